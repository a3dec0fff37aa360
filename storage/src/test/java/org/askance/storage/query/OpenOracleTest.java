package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Open;
import org.askance.storage.query.Queue.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is open in a project with several tasks: columns, SQL and a plain loop say the same, while people answer one
/// task or more, take answers back, and tasks come and go.
class OpenOracleTest {

    private static final int EXAMPLES = 30;
    private static final List<String> PEOPLE = List.of("ada", "ben o'neil", "cy");
    private static final Map<String, List<String>> LABELS = Map.of("sarcasm", List.of("not sarcastic", "sarcastic"),
            "sentiment", List.of("positive", "negative", "neutral"), "topic", List.of("weather", "trains"));

    /// An example's answer to a task; whose is empty for a deciding one.
    private record Of(long example, String task, String whose) {}

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final Map<Of, String> answers = new HashMap<>();
    /// How to take back what each did, the last one first.
    private final Map<String, Deque<Runnable>> undo = new HashMap<>();
    private Project project;

    @BeforeEach
    void open() {
        project = Project.create(folder.resolve("p"), "oracle");
        project.tasks().add(new TaskDefinition("topic",
                List.of(new LabelDefinition("weather", "W"), new LabelDefinition("trains", "T"))));
        project.examples().addAll(LongStream.rangeClosed(1, EXAMPLES)
                .mapToObj(i -> Fixtures.example("k" + i, "text " + i, i % 3 == 0 ? Split.TEST : Split.TRAIN, Map.of()))
                .toList());
    }

    @AfterEach
    void close() {
        project.close();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void allWaysSayTheSameOfWhatIsOpen() {
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 8; i++) {
                act();
            }
            if (round % 10 == 5) {
                var change = round % 20 == 5 ? new TaskChange.RetireTask("topic") : new TaskChange.RestoreTask("topic");
                assertThat(project.tasks().change(change)).isNotNull();
            }
            for (int i = 0; i < 12; i++) {
                check();
            }
        }
    }

    private List<String> offered() {
        return project.tasks().list().stream().map(TaskDefinition::name).toList();
    }

    private void act() {
        long example = 1L + random.nextInt(EXAMPLES);
        String who = any(PEOPLE);
        var tasks = new ArrayList<>(offered());
        tasks.removeIf(_ -> random.nextInt(3) == 0);
        switch (random.nextInt(10)) {
            case 0 -> {
                if (!tasks.isEmpty()) {
                    project.annotations().bulk(new long[]{example}, new Act.Clear(Set.copyOf(tasks)), who,
                            Circumstances.NONE);
                    var none = new HashMap<String, String>();
                    tasks.forEach(task -> none.put(task, null));
                    did(example, who, who, none);
                }
            }
            case 1 -> {
                var labels = labels(tasks);
                if (!labels.isEmpty()) {
                    project.annotations().save(new Answer(example, labels, "judge",
                            Circumstances.seen(null, Duration.ZERO).asDeciding()));
                    did(example, "judge", "", labels);
                }
            }
            case 2 -> {
                project.annotations().skip(example, who, Circumstances.NONE);
                did(example, who, who, Map.of());
            }
            case 3 -> {
                project.annotations().undoLast(who);
                var last = undo.getOrDefault(who, new ArrayDeque<>()).poll();
                if (last != null) {
                    last.run();
                }
            }
            default -> {
                var labels = labels(tasks);
                if (!labels.isEmpty()) {
                    project.annotations().save(new Answer(example, labels, who, null, Duration.ofSeconds(1)));
                    did(example, who, who, labels);
                }
            }
        }
    }

    private Map<String, String> labels(List<String> tasks) {
        var labels = new HashMap<String, String>();
        tasks.forEach(task -> labels.put(task, any(Objects.requireNonNull(LABELS.get(task)))));
        return labels;
    }

    private void did(long example, String who, String whose, Map<String, String> labels) {
        var before = new HashMap<Of, String>();
        labels.forEach((task, label) -> {
            var of = new Of(example, task, whose);
            before.put(of, label == null ? answers.remove(of) : answers.put(of, label));
        });
        undo.computeIfAbsent(who, _ -> new ArrayDeque<>()).push(() -> before.forEach((of, label) -> {
            if (label == null) {
                answers.remove(of);
            } else {
                answers.put(of, label);
            }
        }));
    }

    private boolean closed(long example, Open open, List<String> asked, String annotator) {
        boolean mine = asked.stream().allMatch(task -> answers.containsKey(new Of(example, task, annotator)));
        return switch (open) {
            case Open.ToAll() -> asked.stream().allMatch(task -> hasEnough(example, task, 1));
            case Open.ToAnnotator() -> mine;
            case Open.ToNobody() -> false;
            case Open.Until(int wanted) -> mine || asked.stream().allMatch(task -> hasEnough(example, task, wanted));
        };
    }

    private boolean hasEnough(long example, String task, int wanted) {
        return answers.containsKey(new Of(example, task, "")) || PEOPLE.stream()
                .filter(one -> answers.containsKey(new Of(example, task, one))).count() >= wanted;
    }

    private void check() {
        String annotator = any(List.of("ada", "ben o'neil", "cy", "nobody"));
        var open = any(List.of(Open.TO_ALL, Open.TO_ANNOTATOR, Open.TO_NOBODY, new Open.Until(1), new Open.Until(2),
                new Open.Until(3)));
        var names = new ArrayList<>(LABELS.keySet().stream().sorted().toList());
        names.removeIf(_ -> random.nextBoolean());
        boolean train = random.nextBoolean();
        var parsed = (Parsed.Good) project.finder().parse(train ? "split:train" : "");
        var queue = new Queue(parsed.query(), new Queue.Order.Dataset(), open).asking(ids(names));
        var offered = offered();
        var some = offered.stream().filter(names::contains).toList();
        var asked = some.isEmpty() ? offered : some;
        long[] members = LongStream.rangeClosed(1, EXAMPLES).filter(id -> !train || id % 3 != 0).toArray();
        long[] closed = LongStream.of(members).filter(id -> closed(id, open, asked, annotator)).toArray();
        long from = random.nextInt(EXAMPLES + 1);
        for (var move : List.of(Move.FIRST_OPEN, Move.NEXT_OPEN)) {
            var expected = expected(members, closed, move == Move.FIRST_OPEN ? 0 : from);
            var as = move + " from " + from + " " + open + " of " + asked + " for " + annotator;
            assertThat(project.finder().find(queue, move, from, annotator)).as(as).isEqualTo(expected);
            assertThat(project.finder().findBySql(queue, move, from, annotator)).as("SQL: " + as).isEqualTo(expected);
        }
    }

    private static Place expected(long[] members, long[] closed, long from) {
        var done = LongStream.of(closed).boxed().toList();
        var opened = LongStream.of(members).filter(id -> !done.contains(id)).boxed().toList();
        if (opened.isEmpty()) {
            return new Place(Queue.NOWHERE, Queue.NOWHERE, members.length + 1, members.length, done.size());
        }
        long at = opened.stream().filter(id -> id > from).findFirst().orElse(opened.getFirst());
        return new Place(at, LongStream.of(members).filter(id -> id > at).findFirst().orElse(Queue.NOWHERE),
                (int) LongStream.of(members).filter(id -> id <= at).count(), members.length, done.size());
    }

    /// Ids of tasks, whether or not they are asked now.
    private final Map<String, Long> known = new HashMap<>();

    private Set<Long> ids(List<String> names) {
        project.finder().names().tasks().forEach(task -> known.put(task.name(), task.id()));
        return Set.copyOf(names.stream().map(known::get).toList());
    }
}
