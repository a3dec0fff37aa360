package org.askance.storage.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Which examples have an answer to every task that a queue asks an annotator. Guarded as its [Columns] are.
final class Asked {

    private final Columns columns;
    private final Queue queue;
    private final long annotator;
    private final List<Columns.Task> tasks;

    Asked(Columns columns, Queue queue, long annotator) {
        this.columns = columns;
        this.queue = queue;
        this.annotator = annotator;
        var asked = queue.asked(Arrays.stream(columns.offered).boxed().toList());
        tasks = Arrays.stream(columns.tasks).filter(task -> asked.contains(task.id)).toList();
    }

    /// What the annotator answered in every task.
    long[] mine() {
        return all(task -> task.by(annotator));
    }

    /// What is gold in a task that is asked. Where the right answer to none of them is agreed, nobody could be told
    /// how they did: there it is an example like others.
    long[] gold() {
        return tasks.stream().map(Columns.Task::gold).reduce(new long[0], Asked::either);
    }

    /// What the annotator put off last.
    long[] skipped() {
        return columns.skipped(annotator);
    }

    /// What is no longer open to the annotator.
    long[] closed() {
        return switch (queue.open()) {
            case Queue.Open.ToAll() -> enough(1);
            case Queue.Open.ToAnnotator() -> mine();
            case Queue.Open.ToNobody() -> new long[0];
            case Queue.Open.Until(int answers) -> either(mine(), enough(answers));
        };
    }

    /// What has a deciding answer, or so many, in every task.
    private long[] enough(int answers) {
        return all(task -> either(task.atLeast(answers), task.decided()));
    }

    /// Without tasks nothing can be answered.
    private long[] all(Function<Columns.Task, long[]> one) {
        long[] all = {};
        for (int i = 0; i < tasks.size(); i++) {
            var bits = one.apply(tasks.get(i));
            if (i == 0) {
                all = bits.clone();
            }
            for (int word = 0; word < all.length; word++) {
                all[word] &= word < bits.length ? bits[word] : 0;
            }
        }
        return all;
    }

    private static long[] either(long[] one, long[] other) {
        var longer = (one.length < other.length ? other : one).clone();
        var shorter = one.length < other.length ? one : other;
        for (int word = 0; word < shorter.length; word++) {
            longer[word] |= shorter[word];
        }
        return longer;
    }
}
