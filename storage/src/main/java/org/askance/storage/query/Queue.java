package org.askance.storage.query;

/// Which examples are asked, in which order, and which of them are still open.
public record Queue(Query query, Order order, Open open) {

    /// All examples in the dataset's order; answered by anyone is answered.
    public static final Queue ALL = new Queue(Query.ALL, new Order.Dataset(), Open.TO_ALL);

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
    }

    /// Whose answer ends an example's turn.
    public enum Open {
        TO_ALL, TO_ANNOTATOR
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
