package org.askance.storage.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All examples in a queue's order.
final class Sequence {

    private final int @Nullable [] positions;
    private final int @Nullable [] ranks;

    /// @param positions by rank; `null` where both are the same
    private Sequence(int @Nullable [] positions) {
        this.positions = positions;
        if (positions == null) {
            ranks = null;
        } else {
            ranks = new int[positions.length];
            for (int rank = 0; rank < positions.length; rank++) {
                ranks[positions[rank]] = rank;
            }
        }
    }

    static Sequence of(Queue.Order order, Columns columns) {
        return switch (order) {
            case Queue.Order.Dataset() -> new Sequence(null);
            case Queue.Order.Random(long seed) ->
                sorted(columns.size, at -> (int) (mixed(columns.ids[at] ^ mixed(seed)) >>> 33));
            case Queue.Order.Uncertain(Query.Measure by) -> sorted(columns.size, at -> switch (by) {
                case CONFIDENCE -> least(columns, at, false);
                case MARGIN -> least(columns, at, true);
                case ENTROPY -> Integer.MAX_VALUE - most(columns, at, true);
            });
            case Queue.Order.Surest() -> sorted(columns.size, at -> Integer.MAX_VALUE - most(columns, at, false));
            case Queue.Order.Ranked(var ranking) -> ranked(ranking, columns);
        };
    }

    /// The ranking's first, all others as imported.
    private static Sequence ranked(Ranking ranking, Columns columns) {
        var keys = new int[columns.size];
        Arrays.fill(keys, Integer.MAX_VALUE);
        for (int rank = 0; rank < ranking.size(); rank++) {
            int at = columns.position(ranking.id(rank));
            if (at >= 0) {
                keys[at] = rank;
            }
        }
        return sorted(columns.size, at -> keys[at]);
    }

    private static int least(Columns columns, int at, boolean margin) {
        int least = Integer.MAX_VALUE;
        for (var task : columns.tasks) {
            int value = (margin ? task.margin : task.confidence)[at];
            least = value == Columns.UNKNOWN ? least : Math.min(least, value);
        }
        return least;
    }

    private static int most(Columns columns, int at, boolean entropy) {
        int most = 0;
        for (var task : columns.tasks) {
            most = Math.max(most, (entropy ? task.entropy : task.confidence)[at]);
        }
        return most;
    }

    /// SplitMix64's finalizer (Steele et al. 2014): every bit of the id decides every bit of the place.
    static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @FunctionalInterface
    private interface Key {
        int of(int position);
    }

    /// By key, not negative; among equals, as imported.
    private static Sequence sorted(int size, Key key) {
        var pairs = new long[size];
        for (int at = 0; at < size; at++) {
            pairs[at] = ((long) key.of(at) << 32) | at;
        }
        Arrays.sort(pairs);
        return new Sequence(Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray());
    }

    private int rank(int position) {
        return ranks == null ? position : ranks[position];
    }

    /// The first of `bits` in this order that is not in `without`; −1 if there is none.
    ///
    /// @param after the position to start behind; −1 for the start
    int next(long[] bits, long[] without, int after) {
        if (positions == null) {
            int at = Bits.next(bits, after + 1);
            while (at >= 0 && Bits.has(without, at)) {
                at = Bits.next(bits, at + 1);
            }
            return at;
        }
        for (int rank = after < 0 ? 0 : rank(after) + 1; rank < positions.length; rank++) {
            if (Bits.has(bits, positions[rank]) && !Bits.has(without, positions[rank])) {
                return positions[rank];
            }
        }
        return -1;
    }

    /// The last of `bits` before `position`; −1 if there is none.
    int previous(long[] bits, int position) {
        if (positions == null) {
            return Bits.previous(bits, position - 1);
        }
        for (int rank = rank(position) - 1; rank >= 0; rank--) {
            if (Bits.has(bits, positions[rank])) {
                return positions[rank];
            }
        }
        return -1;
    }

    /// How many of `bits` come before `position`.
    int before(long[] bits, int position) {
        if (positions == null) {
            return Bits.before(bits, position);
        }
        int count = 0;
        for (int rank = rank(position) - 1; rank >= 0; rank--) {
            int at = positions[rank];
            count += (int) ((bits[at >>> 6] >>> at) & 1);
        }
        return count;
    }
}
