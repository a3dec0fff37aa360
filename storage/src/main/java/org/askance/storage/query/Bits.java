package org.askance.storage.query;

import java.util.Arrays;

/// A set of positions, 64 in a word.
final class Bits {

    private Bits() {}

    /// How many words `size` positions take.
    static int words(int size) {
        return (size + 63) >>> 6;
    }

    static boolean has(long[] bits, int position) {
        int word = position >>> 6;
        return word < bits.length && ((bits[word] >>> position) & 1) != 0;
    }

    static void put(long[] bits, int position, boolean on) {
        if (on) {
            bits[position >>> 6] |= 1L << position;
        } else {
            bits[position >>> 6] &= ~(1L << position);
        }
    }

    static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// How many are in before `position`.
    static int before(long[] bits, int position) {
        int count = 0;
        int last = position >>> 6;
        for (int i = 0; i < Math.min(last, bits.length); i++) {
            count += Long.bitCount(bits[i]);
        }
        return last < bits.length ? count + Long.bitCount(bits[last] & ((1L << position) - 1)) : count;
    }

    /// The first one at or after `position`; −1 if there is none.
    static int next(long[] bits, int position) {
        int word = position >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & (-1L << position);
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /// The last one at or before `position`; −1 if there is none.
    static int previous(long[] bits, int position) {
        if (position < 0) {
            return -1;
        }
        int word = Math.min(position >>> 6, bits.length - 1);
        long rest = position >>> 6 > word ? bits[word] : bits[word] & (-1L >>> (63 - (position & 63)));
        while (rest == 0) {
            if (--word < 0) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(rest);
    }

    static long[] grown(long[] bits, int size) {
        return bits.length >= words(size) ? bits : Arrays.copyOf(bits, words(size));
    }
}
