package org.askance.storage.query;

/// Mixes gold examples into a queue: once in every so many answers of the annotator, at a turn that differs from
/// annotator to annotator and is the same whenever it is asked for, comes a gold example that they have not answered.
/// Outside these turns gold examples are not asked, so that their share is the chosen one.
final class Gold {

    private final long[] ids;
    private final long[] gold;
    private final long[] mine;
    private final long seed;
    private final int every;

    /// @param ids  of the examples
    /// @param gold which of them are
    /// @param mine what the annotator answered
    /// @param seed differs from annotator to annotator
    Gold(long[] ids, long[] gold, long[] mine, long seed, int every) {
        this.ids = ids;
        this.gold = gold;
        this.mine = mine;
        this.seed = seed;
        this.every = every;
    }

    /// Whether the annotator's next example is to be a gold one.
    boolean isDue() {
        long answered = Bits.count(mine);
        long round = answered / every;
        long turn = (Sequence.mixed(Sequence.mixed(seed) + round) >>> 1) % every;
        return turn == answered % every;
    }

    /// An open gold example, the annotator's first in an order of their own; −1 if none is left.
    int next() {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int at = Bits.next(gold, 0); at >= 0; at = Bits.next(gold, at + 1)) {
            long key = Sequence.mixed(ids[at] ^ Sequence.mixed(seed)) >>> 1;
            if (!Bits.has(mine, at) && key < least) {
                best = at;
                least = key;
            }
        }
        return best;
    }
}
