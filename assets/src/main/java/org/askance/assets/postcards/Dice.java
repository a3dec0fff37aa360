package org.askance.assets.postcards;

import java.util.List;

/// A small seeded source of choices (SplitMix64). Our own, so that the same seed gives the same postcard under every
/// Java version. Confined to one thread; as cheap to make as to throw away.
final class Dice {

    private long state;

    /// Dice that depend on every one of `seeds` and on their order.
    Dice(long... seeds) {
        for (long seed : seeds) {
            state = mix(state * 31 + seed + 0x9E3779B97F4A7C15L);
        }
    }

    /// One long that stands for all of `seeds`.
    static long blend(long... seeds) {
        return new Dice(seeds).next();
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /// A whole number from 0 to `bound` − 1.
    int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /// A number in [0, 1).
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /// −1 or 1.
    int sign() {
        return chance(0.5) ? 1 : -1;
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /// Puts `items` into a random order, in place.
    void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = items[i];
            items[i] = items[j];
            items[j] = swapped;
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
