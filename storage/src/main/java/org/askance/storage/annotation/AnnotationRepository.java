package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Answers as a history; the latest that was not undone is the one that counts. Thread-safe.
public final class AnnotationRepository {

    private final Database database;
    private final Clock clock;

    public AnnotationRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Appends `answer`; on return it is on disk.
    ///
    /// @throws IllegalArgumentException if a task or label is not the project's
    /// @throws org.askance.storage.sql.StorageException if the project cannot be written; nothing is changed
    public void save(Answer answer) {
        database.write(connection -> {
            long gesture = one(connection, "SELECT coalesce(max(gesture), 0) + 1 FROM annotation");
            try (var insert = connection.prepareStatement("""
                    INSERT INTO annotation (gesture, example_id, task_id, label_id, annotator, answered_at,
                        checkpoint_id, duration_ms)
                    SELECT ?, ?, t.id, l.id, ?, ?, ?, ? FROM task t JOIN label l ON l.task_id = t.id
                    WHERE t.name = ? AND l.name = ?
                    """)) {
                for (var label : answer.labels().entrySet()) {
                    insert.setLong(1, gesture);
                    insert.setLong(2, answer.example());
                    insert.setString(3, answer.annotator());
                    insert.setLong(4, clock.millis());
                    if (answer.checkpoint() == null) {
                        insert.setNull(5, Types.INTEGER);
                    } else {
                        insert.setLong(5, answer.checkpoint());
                    }
                    insert.setLong(6, answer.took().toMillis());
                    insert.setString(7, label.getKey());
                    insert.setString(8, label.getValue());
                    if (insert.executeUpdate() == 0) {
                        throw new IllegalArgumentException("no task " + label.getKey() + " with " + label.getValue());
                    }
                }
            }
            derive(connection, answer.example());
            return gesture;
        });
    }

    /// Takes back the annotator's latest keypress that still counts, by appending to the history.
    ///
    /// @return the example it was about; `null` if there is nothing to undo
    public @Nullable Long undoLast(String annotator) {
        return database.write(connection -> {
            long undone;
            long example;
            try (var query = connection.prepareStatement("""
                    SELECT a.gesture, a.example_id FROM annotation a
                    WHERE a.annotator = ? AND a.label_id IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
                    ORDER BY a.id DESC LIMIT 1
                    """)) {
                query.setString(1, annotator);
                try (var row = query.executeQuery()) {
                    if (!row.next()) {
                        return Optional.<Long>empty();
                    }
                    undone = row.getLong(1);
                    example = row.getLong(2);
                }
            }
            long gesture = one(connection, "SELECT max(gesture) + 1 FROM annotation");
            try (var insert = connection.prepareStatement("""
                    INSERT INTO annotation (gesture, example_id, task_id, label_id, undoes, annotator, answered_at)
                    SELECT ?, example_id, task_id, NULL, id, annotator, ? FROM annotation WHERE gesture = ?
                    """)) {
                insert.setLong(1, gesture);
                insert.setLong(2, clock.millis());
                insert.setLong(3, undone);
                insert.executeUpdate();
            }
            derive(connection, example);
            return Optional.of(example);
        }).orElse(null);
    }

    private static void derive(Connection connection, long example) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM current_label WHERE example_id = ?");
                var insert = connection.prepareStatement("""
                        INSERT INTO current_label (example_id, task_id, label_id, annotation_id)
                        SELECT example_id, task_id, label_id, max(id) FROM annotation a
                        WHERE example_id = ? AND label_id IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
                        GROUP BY task_id
                        """)) {
            delete.setLong(1, example);
            delete.executeUpdate();
            insert.setLong(1, example);
            insert.executeUpdate();
        }
    }

    private static long one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Everything ever answered about an example, oldest first.
    public List<Annotation> history(long example) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT a.id, a.example_id, t.name, l.name, a.annotator, a.answered_at, a.undoes
                    FROM annotation a JOIN task t ON t.id = a.task_id LEFT JOIN label l ON l.id = a.label_id
                    WHERE a.example_id = ? ORDER BY a.id
                    """)) {
                query.setLong(1, example);
                return annotations(query);
            }
        });
    }

    private static List<Annotation> annotations(PreparedStatement query) throws SQLException {
        var annotations = new ArrayList<Annotation>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                long undoes = rows.getLong(7);
                annotations.add(new Annotation(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4),
                        rows.getString(5), Instant.ofEpochMilli(rows.getLong(6)), rows.wasNull() ? null : undoes));
            }
        }
        return annotations;
    }

    /// How many examples have an answer that counts.
    public int answeredCount() {
        return database.read(connection -> (int) one(connection,
                "SELECT count(DISTINCT example_id) FROM current_label"));
    }

    /// How many examples have an answer that contradicts a label which the dataset gave.
    public int correctedCount() {
        return database.read(connection -> (int) one(connection, """
                SELECT count(DISTINCT c.example_id) FROM current_label c JOIN given_label g
                ON g.example_id = c.example_id AND g.task_id = c.task_id WHERE g.label_id <> c.label_id
                """));
    }

    /// The labels that count in a split, the answer where there is one and else the given one: label index by
    /// task, by example. Examples without any are not in it.
    public Map<Long, Map<String, Integer>> labels(Split split) {
        return database.read(connection -> {
            var labels = new java.util.LinkedHashMap<Long, Map<String, Integer>>();
            // The union's second half overwrites the first.
            try (var query = connection.prepareStatement("""
                    SELECT e.id, t.name, l.position, 0 FROM given_label g JOIN example e ON e.id = g.example_id
                        JOIN task t ON t.id = g.task_id JOIN label l ON l.id = g.label_id WHERE e.split = ?1
                    UNION ALL
                    SELECT e.id, t.name, l.position, 1 FROM current_label c JOIN example e ON e.id = c.example_id
                        JOIN task t ON t.id = c.task_id JOIN label l ON l.id = c.label_id WHERE e.split = ?1
                    ORDER BY 1, 4
                    """)) {
                query.setString(1, split.key());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        labels.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>()).put(rows.getString(2),
                                rows.getInt(3));
                    }
                }
            }
            return labels;
        });
    }
}
