package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// What annotators did, as events; which label counts is derived from them. Nothing is overwritten: undo and
/// redo are events too, and order is that of the events, whatever the clock says. Thread-safe.
///
/// Methods that write return once the act is on disk, and throw
/// [org.askance.storage.sql.StorageException] if it cannot be written; then nothing is changed.
public final class AnnotationRepository {

    /// So many examples are done between two looks at whether to stop.
    private static final int AT_ONCE = 2_000;

    private final Database database;
    private final Clock clock;
    private final Histories histories;

    public AnnotationRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        histories = new Histories(database);
    }

    /// Appends `answer`.
    ///
    /// @return its gesture
    /// @throws IllegalArgumentException if a task or label is not the project's, or is retired
    public long save(Answer answer) {
        return bulk(new long[]{answer.example()}, new Act.Label(answer.labels()), answer.annotator(),
                answer.circumstances());
    }

    /// Does `act` to each of `examples` in one gesture, which is undone as a whole.
    ///
    /// @return the gesture
    /// @throws IllegalArgumentException if a task or label is not the project's, or there are no examples
    public long bulk(long[] examples, Act act, String annotator, Circumstances circumstances) {
        return bulk(examples, act, annotator, circumstances, Stepping.UNHEARD);
    }

    /// As above, for very many: it tells how far it is and can be stopped, which changes nothing.
    public long bulk(long[] examples, Act act, String annotator, Circumstances circumstances, Stepping stepping) {
        if (examples.length == 0 || annotator.isBlank()) {
            throw new IllegalArgumentException("an act needs an example and an annotator");
        }
        return database.write(connection -> bulk(connection, LongStream.of(examples).distinct().boxed().toList(), act,
                annotator, circumstances, stepping));
    }

    private long bulk(Connection connection, List<Long> examples, Act act, String annotator,
            Circumstances circumstances, Stepping stepping) throws SQLException {
        long at = clock.millis();
        var log = new EventLog(connection, EventLog.annotator(connection, annotator, at), at);
        long gesture = log.next();
        stepwise(examples, stepping, some -> {
            if (act instanceof Act.Move) {
                keepGivenSplits(connection, some);
            }
            log.append(gesture, some, act, circumstances);
            if (act instanceof Act.Gold || act instanceof Act.Ungold) {
                GoldSteps.apply(connection, gesture, some);
            } else {
                Derived.rebuild(connection, some);
            }
        });
        return gesture;
    }

    /// Gives labels in one gesture, which is undone as a whole, to each example its own.
    ///
    /// @param examples by the labels, by task, that they get; none twice, and at least one
    /// @return the gesture
    /// @throws IllegalArgumentException if a task or label is not the project's, or is retired
    public long answerEach(Map<Map<String, String>, long[]> examples, String annotator) {
        if (examples.isEmpty() || annotator.isBlank()) {
            throw new IllegalArgumentException("an act needs an example and an annotator");
        }
        return database.write(connection -> {
            long at = clock.millis();
            var log = new EventLog(connection, EventLog.annotator(connection, annotator, at), at);
            long gesture = log.next();
            for (var each : examples.entrySet()) {
                stepwise(LongStream.of(each.getValue()).boxed().toList(), Stepping.UNHEARD, some -> {
                    log.append(gesture, some, new Act.Label(each.getKey()), Circumstances.ofMany(null));
                    Derived.rebuild(connection, some);
                });
            }
            return gesture;
        });
    }

    @FunctionalInterface
    private interface Step {
        void run(List<Long> examples) throws SQLException;
    }

    /// Within one transaction: what stops between two steps has changed nothing.
    private static void stepwise(List<Long> examples, Stepping stepping, Step step) throws SQLException {
        for (int from = 0; from < examples.size(); from += AT_ONCE) {
            int until = Math.min(examples.size(), from + AT_ONCE);
            step.run(examples.subList(from, until));
            stepping.done(until, examples.size());
        }
    }

    /// Appends what was done in another program, each act once however often it is imported.
    ///
    /// @return how many were new
    /// @throws IllegalArgumentException if a task or label is not the project's, or is retired
    public int addOutside(List<OutsideAct> acts) {
        return database.write(connection -> {
            var log = new OutsideLog(connection, clock.millis());
            var touched = new java.util.TreeSet<Long>();
            int added = 0;
            for (var act : acts) {
                if (log.add(act)) {
                    added++;
                    touched.add(act.example());
                }
            }
            if (!touched.isEmpty()) {
                Derived.rebuild(connection, touched);
            }
            return added;
        });
    }

    private static void keepGivenSplits(Connection connection, List<Long> examples) throws SQLException {
        for (long example : examples) {
            Sql.update(connection, "UPDATE example SET given_split = split WHERE id = ? AND given_split IS NULL",
                    example);
        }
    }

    /// Puts an example off; it counts as skipped by this annotator until they answer it.
    public long skip(long example, String annotator, Circumstances circumstances) {
        return bulk(new long[]{example}, new Act.Skip(), annotator, circumstances);
    }

    /// Marks an example for everyone to look at.
    public long flag(long example, @Nullable String reason, String annotator) {
        return bulk(new long[]{example}, new Act.Flag(reason), annotator, Circumstances.NONE);
    }

    public long unflag(long example, String annotator) {
        return bulk(new long[]{example}, new Act.Unflag(), annotator, Circumstances.NONE);
    }

    /// @param text not blank
    public long comment(long example, String text, String annotator) {
        return bulk(new long[]{example}, new Act.Comment(text), annotator, Circumstances.NONE);
    }

    /// Takes back the annotator's latest gesture that still counts.
    ///
    /// @return the example it was about, the first of several; `null` if there is nothing to undo
    public @Nullable Long undoLast(String annotator) {
        return first(undoLast(annotator, Stepping.UNHEARD));
    }

    /// As above, for gestures about very many.
    ///
    /// @return what was taken back; `null` if there is nothing to undo
    public @Nullable Gesture undoLast(String annotator, Stepping stepping) {
        return turn(annotator, EventKind.UNDO, Gestures::undoable, stepping);
    }

    /// Takes back one gesture of the annotator's, whatever they did since.
    ///
    /// @return the example it was about, the first of several; `null` if it is none of theirs or no longer counts
    public @Nullable Long undo(String annotator, long gesture) {
        return first(turn(annotator, EventKind.UNDO,
                (connection, id) -> Gestures.undoable(connection, id, gesture), Stepping.UNHEARD));
    }

    /// Brings back what the annotator undid last: the same events count again, as they were. Anything new
    /// that the annotator does ends what can be redone.
    ///
    /// @return the example it was about, the first of several; `null` if there is nothing to redo
    public @Nullable Long redo(String annotator) {
        return first(redo(annotator, Stepping.UNHEARD));
    }

    /// As above, for gestures about very many.
    ///
    /// @return what was brought back; `null` if there is nothing to redo
    public @Nullable Gesture redo(String annotator, Stepping stepping) {
        return turn(annotator, EventKind.REDO, Gestures::redoable, stepping);
    }

    /// What the annotator would take back next, or bring back; `null` for nothing.
    public @Nullable Gesture next(String annotator, boolean again) {
        return database.readSnapshot(connection -> {
            var who = Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", annotator);
            var gesture = who == null
                    ? null
                    : again ? Gestures.redoable(connection, who) : Gestures.undoable(connection, who);
            return Optional.ofNullable(gesture == null ? null : Gestures.read(connection, gesture));
        }).orElse(null);
    }

    private static @Nullable Long first(@Nullable Gesture gesture) {
        return gesture == null ? null : gesture.first();
    }

    @FunctionalInterface
    private interface Choosing {
        @Nullable
        Long gesture(Connection connection, long annotator) throws SQLException;
    }

    private @Nullable Gesture turn(String name, EventKind kind, Choosing choosing, Stepping stepping) {
        return database.write(connection -> {
            var annotator = Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", name);
            var gesture = annotator == null ? null : choosing.gesture(connection, annotator);
            if (annotator == null || gesture == null) {
                return Optional.<Gesture>empty();
            }
            long event = new EventLog(connection, annotator, clock.millis()).append(kind, gesture);
            if (kind == EventKind.UNDO) {
                Derived.undone(connection, gesture, annotator, event);
            } else {
                Derived.redone(connection, gesture);
            }
            boolean gold = GoldSteps.isOne(connection, gesture);
            stepwise(Derived.touchedBy(connection, gesture), stepping, some -> {
                if (!gold) {
                    Derived.rebuild(connection, some);
                } else if (kind == EventKind.UNDO) {
                    GoldSteps.takeBack(connection, gesture, some);
                } else {
                    GoldSteps.apply(connection, gesture, some);
                }
            });
            return Optional.of(Gestures.read(connection, gesture));
        }).orElse(null);
    }

    /// Makes everything that is derived from events anew; changes nothing unless the file was tampered with.
    public void rebuild() {
        database.write(connection -> {
            Derived.rebuildAll(connection);
            return 0;
        });
    }

    /// Everything ever done to an example, undos and redos included, oldest first.
    public List<Event> history(long example) {
        return histories.ofExample(example);
    }

    /// What an annotator did, newest first, a page at a time.
    ///
    /// @param before the id of the last event of the page before; [Long#MAX_VALUE] for the first page
    public List<Event> history(String annotator, long before, int limit) {
        return histories.ofAnnotator(annotator, before, limit);
    }

    /// All events, oldest first, a page at a time.
    ///
    /// @param after the id of the last event of the page before; 0 for the first page
    public List<Event> events(long after, int limit) {
        return histories.all(after, limit);
    }

    /// Flag, comments, and whether `annotator` put the example off, as they count now.
    public Marks marks(long example, String annotator) {
        return histories.marks(example, annotator);
    }

    /// The label that counts for each annotator: by annotator, by task.
    public Map<String, Map<String, String>> labelsByAnnotator(long example) {
        return database.read(connection -> {
            var labels = new LinkedHashMap<String, Map<String, String>>();
            try (var query = connection.prepareStatement("""
                    SELECT n.name, t.name, l.name FROM annotator_label a JOIN annotator n ON n.id = a.annotator_id
                        JOIN task t ON t.id = a.task_id JOIN label l ON l.id = a.label_id
                    WHERE a.example_id = ? ORDER BY n.id, t.position
                    """)) {
                query.setLong(1, example);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        labels.computeIfAbsent(rows.getString(1), _ -> new LinkedHashMap<>()).put(rows.getString(2),
                                rows.getString(3));
                    }
                }
            }
            return labels;
        });
    }

    /// How many examples have an answer that counts.
    public int answeredCount() {
        return count("SELECT count(DISTINCT example_id) FROM current_label");
    }

    /// How many examples have an answer that contradicts a label which the dataset gave.
    public int correctedCount() {
        return count("""
                SELECT count(DISTINCT c.example_id) FROM current_label c JOIN given_label g
                ON g.example_id = c.example_id AND g.task_id = c.task_id WHERE g.label_id <> c.label_id
                """);
    }

    private int count(String query) {
        return database.read(connection -> (int) Sql.required(Sql.number(connection, query)));
    }

    /// The labels that count in a split, the answer where there is one and else the given one: label index
    /// (as in [TaskRepository#list]) by task, by example. Retired tasks and labels are left out, and so are
    /// examples without any.
    public Map<Long, Map<String, Integer>> labels(Split split) {
        return database.read(connection -> {
            var indices = indices(connection);
            var labels = new LinkedHashMap<Long, Map<String, Integer>>();
            // The union's second half overwrites the first.
            try (var query = connection.prepareStatement("""
                    SELECT e.id, t.name, g.label_id, 0 FROM given_label g JOIN example e ON e.id = g.example_id
                        JOIN task t ON t.id = g.task_id WHERE e.split = ?1
                    UNION ALL
                    SELECT e.id, t.name, c.label_id, 1 FROM current_label c JOIN example e ON e.id = c.example_id
                        JOIN task t ON t.id = c.task_id WHERE e.split = ?1
                    ORDER BY 1, 4
                    """)) {
                query.setString(1, split.key());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        var index = indices.get(rows.getLong(3));
                        var ofExample = labels.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>());
                        if (index == null) {
                            // A retired answer is no reason to go back to the given label.
                            ofExample.remove(rows.getString(2));
                        } else {
                            ofExample.put(rows.getString(2), index);
                        }
                    }
                }
            }
            labels.values().removeIf(Map::isEmpty);
            return labels;
        });
    }

    private static Map<Long, Integer> indices(Connection connection) throws SQLException {
        var indices = new HashMap<Long, Integer>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT l.id, row_number() OVER (PARTITION BY l.task_id ORDER BY l.position) - 1
                FROM label l JOIN task t ON t.id = l.task_id WHERE l.retired_at IS NULL AND t.retired_at IS NULL
                """)) {
            while (rows.next()) {
                indices.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return indices;
    }
}
