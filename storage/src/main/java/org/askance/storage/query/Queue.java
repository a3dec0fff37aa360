package org.askance.storage.query;

/// Which examples are asked, in which order, and which of them are still open.
///
/// @param goldEvery about one in so many examples asked is a gold one; 0 for none. See [Gold].
public record Queue(Query query, Order order, Open open, int goldEvery) {

    /// All examples in the dataset's order; answered by anyone is answered.
    public static final Queue ALL = new Queue(Query.ALL, new Order.Dataset(), Open.TO_ALL);

    public Queue {
        if (goldEvery < 0 || goldEvery == 1) {
            throw new IllegalArgumentException("one in 2 or more, or 0 for none; was " + goldEvery);
        }
    }

    public Queue(Query query, Order order, Open open) {
        this(query, order, open, 0);
    }

    /// The same with gold examples mixed in.
    public Queue withGold(int every) {
        return new Queue(query, order, open, every);
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

    /// Whose answer ends an example's turn.
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

        /// The annotator's own, or that of as many annotators as are wanted, or a deciding one.
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
