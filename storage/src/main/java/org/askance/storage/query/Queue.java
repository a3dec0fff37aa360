package org.askance.storage.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which examples are asked, in which order, and which of them are still open. An example is answered once every task
/// that is asked has an answer: one that was left half answered is open.
///
/// @param goldEvery about one in so many examples asked is a gold one; 0 for none; gold in a task that is asked. See [Gold].
/// @param tasks     ids of those that are asked; see [#asked]
public record Queue(Query query, Order order, Open open, int goldEvery, Set<Long> tasks) {

    /// All examples in the dataset's order; answered by anyone is answered.
    public static final Queue ALL = new Queue(Query.ALL, new Order.Dataset(), Open.TO_ALL);

    public Queue {
        if (goldEvery < 0 || goldEvery == 1) {
            throw new IllegalArgumentException("one in 2 or more, or 0 for none; was " + goldEvery);
        }
        tasks = Set.copyOf(tasks);
    }

    /// Asks every task.
    public Queue(Query query, Order order, Open open) {
        this(query, order, open, 0, Set.of());
    }

    /// The same with gold examples mixed in.
    public Queue withGold(int every) {
        return new Queue(query, order, open, every, tasks);
    }

    /// The same for some tasks alone.
    public Queue asking(Set<Long> some) {
        return new Queue(query, order, open, goldEvery, some);
    }

    /// Those of `offered`, the project's tasks, that must have an answer: all of them where the queue names none that
    /// there is any more.
    public Set<Long> asked(Collection<Long> offered) {
        var asked = new LinkedHashSet<>(offered);
        asked.retainAll(tasks);
        return asked.isEmpty() ? new LinkedHashSet<>(offered) : asked;
    }

    /// The order of a queue.
    public sealed interface Order {

        /// As imported.
        record Dataset() implements Order {}

        /// Shuffled; the same seed gives the same order, also when examples are added in between.
        record Random(long seed) implements Order {}

        /// What the network is least sure of comes first, over all tasks; what it has not seen comes last.
        record Uncertain(Query.Measure by) implements Order {}

        /// What the network is surest of comes first: where it disagrees, those labels are the likeliest to be wrong.
        record Surest() implements Order {}

        /// As computed elsewhere.
        record Ranked(Ranking ranking) implements Order {}
    }

    /// Whose answers end an example's turn. Those of one person count where they gave one to each task that is asked;
    /// of several people's, each task must have enough.
    public sealed interface Open {

        Open TO_ALL = new ToAll();
        Open TO_ANNOTATOR = new ToAnnotator();
        Open TO_NOBODY = new ToNobody();

        /// Anyone's.
        record ToAll() implements Open {}

        /// The annotator's own.
        record ToAnnotator() implements Open {}

        /// Nobody's: the query itself says what is still to do, such as looking at what is flagged.
        record ToNobody() implements Open {}

        /// The annotator's own, or those of as many annotators as are wanted; a deciding one is enough for its task.
        ///
        /// @param answers how many annotators are to answer; at least 1
        record Until(int answers) implements Open {
            public Until {
                if (answers < 1) {
                    throw new IllegalArgumentException("at least one answer, was " + answers);
                }
            }
        }
    }

    /// Where to go from an example.
    public enum Move {
        /// To the first open one.
        FIRST_OPEN,
        /// To the next open one; past the end it starts over, so that what was skipped comes again.
        NEXT_OPEN,
        /// To the one after it, or stay at the last.
        NEXT,
        /// To the one before it, or stay at the first.
        PREVIOUS,
        /// To the example itself, in the queue or not.
        HERE
    }

    /// Where one is.
    ///
    /// @param id        the example; [#NOWHERE] if there is none, or none open
    /// @param following what comes after it in the queue; [#NOWHERE] at its end
    /// @param position  in the queue, from 1
    /// @param count     how many the queue has
    /// @param answered  how many of them are not open
    public record Place(long id, long following, int position, int count, int answered) {}

    public static final long NOWHERE = -1;
}
