package org.askance.storage.query;

import java.util.stream.LongStream;

/// Examples in an order that was computed elsewhere, for one state of the project. Two rankings are never equal:
/// what was sorted by one is kept as long as the ranking itself is used.
///
/// Not a record: it is a key, and must not be compared number by number.
public final class Ranking {

    private final long[] ids;
    private final boolean alone;

    private Ranking(long[] ids, boolean alone) {
        this.ids = LongStream.of(ids).distinct().toArray();
        this.alone = alone;
    }

    /// `ids` come first, in this order; all others follow as imported.
    public static Ranking first(long... ids) {
        return new Ranking(ids, false);
    }

    /// Only `ids` are in the queue.
    public static Ranking only(long... ids) {
        return new Ranking(ids, true);
    }

    /// Whether nothing else is in the queue.
    public boolean alone() {
        return alone;
    }

    public int size() {
        return ids.length;
    }

    long id(int rank) {
        return ids[rank];
    }
}
