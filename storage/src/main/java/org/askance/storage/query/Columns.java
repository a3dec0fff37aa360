package org.askance.storage.query;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        }

        private void clear(int at) {
            given[at] = NOTHING;
            answer[at] = NOTHING;
            predicted[at] = NOTHING;
            confidence[at] = UNKNOWN;
            margin[at] = UNKNOWN;
            entropy[at] = UNKNOWN;
        }

        int counting(int at) {
            return answer[at] != NOTHING ? answer[at] : given[at];
        }
    }

    final long[] labels;
    final Task[] tasks;
    private final People answerers = new People();
    private final People skippers = new People();
    private final People flaggers = new People();
    private final Map<Mark, long[]> marks = new EnumMap<>(Mark.class);
    private long[] disputed = {};
    private long[] decided = {};
    /// How many annotators have an answer that counts; 127 stands for more.
    byte[] answers = {};
    long[] ids = {};
    byte[] splits = {};
    int size;

    /// @param labels all ids of the project, ascending
    /// @param tasks  all ids of the project
    Columns(long[] labels, long[] tasks) {
        for (var mark : Mark.values()) {
            marks.put(mark, new long[0]);
        }
        this.labels = labels;
        this.tasks = Arrays.stream(tasks).mapToObj(Task::new).toArray(Task[]::new);
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
        answers = Arrays.copyOf(answers, capacity);
        for (var task : tasks) {
            task.grow(capacity);
        }
        marks.replaceAll((_, bits) -> Bits.grown(bits, capacity));
        disputed = Bits.grown(disputed, capacity);
        decided = Bits.grown(decided, capacity);
        for (var people : List.of(answerers, skippers, flaggers)) {
            people.bits.replaceAll((_, bits) -> Bits.grown(bits, capacity));
        }
    }

    /// Forgets what is known of an example but its id.
    void clear(int at) {
        for (var task : tasks) {
            task.clear(at);
        }
        marks.values().forEach(bits -> Bits.put(bits, at, false));
        Bits.put(disputed, at, false);
        Bits.put(decided, at, false);
        answers[at] = 0;
        for (var people : List.of(answerers, skippers, flaggers)) {
            people.bits.values().forEach(bits -> Bits.put(bits, at, false));
        }
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

    long[] decided() {
        return decided;
    }

    void decide(int at) {
        Bits.put(decided, at, true);
    }

    /// What each annotator did it to, by their id.
    private static final class People {
        private final Map<Long, long[]> bits = new HashMap<>();

        long[] of(long annotator) {
            return bits.getOrDefault(annotator, new long[0]);
        }

        void put(long annotator, int at, int capacity) {
            Bits.put(bits.computeIfAbsent(annotator, _ -> new long[Bits.words(capacity)]), at, true);
        }
    }

    long[] by(long annotator) {
        return answerers.of(annotator);
    }

    /// What anyone but `annotator` answered, 64 examples from `64 · word`.
    long byOthers(long annotator, int word) {
        long bits = 0;
        for (var one : answerers.bits.entrySet()) {
            bits |= one.getKey() != annotator && word < one.getValue().length ? one.getValue()[word] : 0;
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
