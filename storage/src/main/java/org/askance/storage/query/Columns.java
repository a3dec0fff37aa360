package org.askance.storage.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.query.Query.Mark;
import org.jspecify.annotations.Nullable;

/// What filters look at, by example, in plain arrays: about 45 bytes for an example and two tasks. Position `i` of each
/// array belongs to `ids[i]`. Guarded by its [Finder].
final class Columns {

    /// No label, and no prediction.
    static final int NOTHING = 0;
    /// Of measures: no prediction.
    static final int UNKNOWN = -1;

    /// One task's. Labels are codes: index in `labels`, plus one.
    static final class Task {
        final long id;
        short[] given = {};
        short[] answer = {};
        short[] predicted = {};
        /// In millionths.
        int[] confidence = {};
        int[] margin = {};
        int[] entropy = {};
        private final People answerers = new People();
        /// What has an answer of one annotator and more, of two and more, and so on.
        private final List<long[]> answered = new ArrayList<>();
        private long[] decided = {};
        /// What is gold with a label that is offered.
        private long[] gold = {};

        Task(long id) {
            this.id = id;
        }

        private void grow(int capacity) {
            int from = given.length;
            given = Arrays.copyOf(given, capacity);
            answer = Arrays.copyOf(answer, capacity);
            predicted = Arrays.copyOf(predicted, capacity);
            confidence = Arrays.copyOf(confidence, capacity);
            margin = Arrays.copyOf(margin, capacity);
            entropy = Arrays.copyOf(entropy, capacity);
            Arrays.fill(confidence, from, capacity, UNKNOWN);
            Arrays.fill(margin, from, capacity, UNKNOWN);
            Arrays.fill(entropy, from, capacity, UNKNOWN);
            answerers.grow(capacity);
            answered.replaceAll(bits -> Bits.grown(bits, capacity));
            decided = Bits.grown(decided, capacity);
            gold = Bits.grown(gold, capacity);
        }

        private void clear(int at) {
            given[at] = NOTHING;
            answer[at] = NOTHING;
            predicted[at] = NOTHING;
            confidence[at] = UNKNOWN;
            margin[at] = UNKNOWN;
            entropy[at] = UNKNOWN;
            answerers.clear(at);
            answered.forEach(bits -> Bits.put(bits, at, false));
            Bits.put(decided, at, false);
            Bits.put(gold, at, false);
        }

        /// One annotator's answer; not the same one's twice.
        void answered(long annotator, int at) {
            answerers.put(annotator, at, given.length);
            int many = 0;
            while (many < answered.size() && Bits.has(answered.get(many), at)) {
                many++;
            }
            if (many == answered.size()) {
                answered.add(new long[Bits.words(given.length)]);
            }
            Bits.put(answered.get(many), at, true);
        }

        /// What `annotator` answered.
        long[] by(long annotator) {
            return answerers.of(annotator);
        }

        /// What has answers of so many annotators, at least 1.
        long[] atLeast(int annotators) {
            return annotators <= answered.size() ? answered.get(annotators - 1) : new long[0];
        }

        long[] decided() {
            return decided;
        }

        void decide(int at) {
            Bits.put(decided, at, true);
        }

        long[] gold() {
            return gold;
        }

        void agree(int at) {
            Bits.put(gold, at, true);
        }

        private void writeTo(ArrayOutput out, int size) throws IOException {
            out.number(id);
            for (var codes : List.of(given, answer, predicted)) {
                out.shorts(codes, size);
            }
            for (var measures : List.of(confidence, margin, entropy)) {
                out.ints(measures, size);
            }
            answerers.writeTo(out);
            out.number(answered.size());
            for (var bits : answered) {
                out.longs(bits, bits.length);
            }
            out.longs(decided, decided.length);
            out.longs(gold, gold.length);
        }

        private static Task readFrom(ArrayInput in) {
            var task = new Task(in.number());
            task.given = in.shorts();
            task.answer = in.shorts();
            task.predicted = in.shorts();
            task.confidence = in.ints();
            task.margin = in.ints();
            task.entropy = in.ints();
            task.answerers.readFrom(in);
            for (long many = in.number(); many > 0; many--) {
                task.answered.add(in.longs());
            }
            task.decided = in.longs();
            task.gold = in.longs();
            return task;
        }

        int counting(int at) {
            return answer[at] != NOTHING ? answer[at] : given[at];
        }
    }

    final long[] labels;
    final Task[] tasks;
    /// Ids of the tasks that the project asks, retired ones aside.
    final long[] offered;
    private final People answerers = new People();
    private final People skippers = new People();
    private final People flaggers = new People();
    private final Map<Mark, long[]> marks = new EnumMap<>(Mark.class);
    private long[] disputed = {};
    long[] ids = {};
    byte[] splits = {};
    int size;

    /// @param labels  all ids of the project, ascending
    /// @param tasks   all ids of the project
    /// @param offered those of them that are asked
    Columns(long[] labels, long[] tasks, long[] offered) {
        this(labels, Arrays.stream(tasks).mapToObj(Task::new).toArray(Task[]::new), offered);
    }

    private Columns(long[] labels, Task[] tasks, long[] offered) {
        for (var mark : Mark.values()) {
            marks.put(mark, new long[0]);
        }
        this.labels = labels;
        this.offered = offered;
        this.tasks = tasks;
    }

    void writeTo(ArrayOutput out) throws IOException {
        out.longs(labels, labels.length);
        out.longs(offered, offered.length);
        out.number(tasks.length);
        for (var task : tasks) {
            task.writeTo(out, size);
        }
        out.longs(ids, size);
        out.bytes(splits, size);
        for (var bits : marks.values()) {
            out.longs(bits, bits.length);
        }
        out.longs(disputed, disputed.length);
        for (var people : List.of(answerers, skippers, flaggers)) {
            people.writeTo(out);
        }
    }

    static Columns readFrom(ArrayInput in) {
        var labels = in.longs();
        var offered = in.longs();
        var tasks = new Task[Math.toIntExact(in.number())];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = Task.readFrom(in);
        }
        var columns = new Columns(labels, tasks, offered);
        columns.ids = in.longs();
        columns.splits = in.bytes();
        columns.size = columns.ids.length;
        columns.marks.replaceAll((_, _) -> in.longs());
        columns.disputed = in.longs();
        List.of(columns.answerers, columns.skippers, columns.flaggers).forEach(people -> people.readFrom(in));
        return columns;
    }

    int code(long label) {
        int at = Arrays.binarySearch(labels, label);
        return at < 0 ? NOTHING : at + 1;
    }

    @Nullable
    Task task(long id) {
        for (var task : tasks) {
            if (task.id == id) {
                return task;
            }
        }
        return null;
    }

    /// Where an example stands; negative if it is not here.
    int position(long id) {
        // Most projects were imported without gaps.
        int guess = Math.clamp(id - 1, 0, Math.max(0, size - 1));
        return size > 0 && ids[guess] == id ? guess : Arrays.binarySearch(ids, 0, size, id);
    }

    /// Adds an example at the end; its id must be greater than all others.
    int add(long id) {
        if (size == ids.length) {
            reserve(Math.max(1024, size + (size >> 2)));
        }
        ids[size] = id;
        return size++;
    }

    void reserve(int capacity) {
        if (capacity <= ids.length) {
            return;
        }
        ids = Arrays.copyOf(ids, capacity);
        splits = Arrays.copyOf(splits, capacity);
        for (var task : tasks) {
            task.grow(capacity);
        }
        marks.replaceAll((_, bits) -> Bits.grown(bits, capacity));
        disputed = Bits.grown(disputed, capacity);
        List.of(answerers, skippers, flaggers).forEach(people -> people.grow(capacity));
    }

    /// Forgets what is known of an example but its id.
    void clear(int at) {
        for (var task : tasks) {
            task.clear(at);
        }
        marks.values().forEach(bits -> Bits.put(bits, at, false));
        Bits.put(disputed, at, false);
        List.of(answerers, skippers, flaggers).forEach(people -> people.clear(at));
    }

    long[] marked(Mark mark) {
        return Objects.requireNonNull(marks.get(mark));
    }

    void mark(Mark mark, int at) {
        Bits.put(marked(mark), at, true);
    }

    void mark(Mark mark, long[] all) {
        marks.put(mark, Bits.grown(all, ids.length));
    }

    long[] disputed() {
        return disputed;
    }

    void dispute(int at) {
        Bits.put(disputed, at, true);
    }

    /// What `annotator` answered in any task.
    long[] by(long annotator) {
        return answerers.of(annotator);
    }

    /// What anyone but `annotator` answered, 64 examples from `64 · word`.
    ///
    /// @param of ids of tasks; empty for any
    long byOthers(long annotator, Set<Long> of, int word) {
        if (of.isEmpty()) {
            return answerers.others(annotator, word);
        }
        long bits = 0;
        for (var task : tasks) {
            bits |= of.contains(task.id) ? task.answerers.others(annotator, word) : 0;
        }
        return bits;
    }

    void answered(long annotator, int at) {
        answerers.put(annotator, at, ids.length);
    }

    long[] skipped(long annotator) {
        return skippers.of(annotator);
    }

    void skip(long annotator, int at) {
        skippers.put(annotator, at, ids.length);
    }

    long[] flagged(long annotator) {
        return flaggers.of(annotator);
    }

    void flag(long annotator, int at) {
        flaggers.put(annotator, at, ids.length);
    }
}
