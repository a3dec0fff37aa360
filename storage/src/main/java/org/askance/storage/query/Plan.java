package org.askance.storage.query;

/// A query over [Columns], 64 examples at a time: what the left side of an `and` rules out, the right side is
/// not asked.
@FunctionalInterface
interface Plan {

    /// Which of the examples at positions `64 · word` to `64 · word + 63` match. Bits past the end mean nothing.
    long block(int word);

    /// A condition on one position.
    @FunctionalInterface
    interface Test {
        boolean holds(int position);
    }

    /// @param size of the columns; no position past it is tested
    static Plan each(int size, Test test) {
        return word -> {
            int from = word << 6;
            int until = Math.min(64, size - from);
            long bits = 0;
            for (int i = 0; i < until; i++) {
                bits |= test.holds(from + i) ? 1L << i : 0;
            }
            return bits;
        };
    }

    static Plan of(long[] bits) {
        return word -> word < bits.length ? bits[word] : 0;
    }
}
