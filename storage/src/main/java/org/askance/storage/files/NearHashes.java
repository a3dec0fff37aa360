package org.askance.storage.files;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Finds pairs among many 64-bit hashes that differ in at most four bits. Cut into five bands, such a pair is equal in
/// one of them at least, so only hashes that share a band are compared.
public final class NearHashes {

    public static final int MOST_BITS = 4;

    private static final int BANDS = MOST_BITS + 1;
    private static final int WIDTH = 13;
    /// A band that so many share says nothing; comparing them all would take hours.
    private static final int MOST_SHARING = 20_000;

    private final long[] hashes;
    private final Pairs pairs;

    private NearHashes(long[] hashes, Pairs pairs) {
        this.hashes = hashes;
        this.pairs = pairs;
    }

    /// Takes indexes of two near hashes.
    @FunctionalInterface
    public interface Pairs {
        void pair(int first, int second);
    }

    /// Tells every pair once; the first index is the smaller.
    ///
    /// @param hashes none twice
    public static void find(long[] hashes, Pairs pairs) {
        var search = new NearHashes(hashes, pairs);
        for (int band = 0; band < BANDS; band++) {
            search.band(band);
        }
    }

    private static int key(long hash, int band) {
        return (int) (hash >>> (band * WIDTH)) & (1 << WIDTH) - 1;
    }

    private void band(int band) {
        // Key and index in one number, sorted.
        var sorted = IntStream.range(0, hashes.length).mapToLong(i -> (long) key(hashes[i], band) << 32 | i).toArray();
        Arrays.sort(sorted);
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || sorted[to] >>> 32 != sorted[from] >>> 32) {
                compare(sorted, from, Math.min(to, from + MOST_SHARING), band);
                from = to;
            }
        }
    }

    private void compare(long[] sorted, int from, int to, int band) {
        for (int i = from; i < to; i++) {
            long first = hashes[(int) sorted[i]];
            for (int j = i + 1; j < to; j++) {
                long difference = first ^ hashes[(int) sorted[j]];
                if (Long.bitCount(difference) <= MOST_BITS && firstEqualBand(difference) == band) {
                    pairs.pair((int) sorted[i], (int) sorted[j]);
                }
            }
        }
    }

    /// A pair may share several bands; the first tells it.
    private static int firstEqualBand(long difference) {
        int band = 0;
        while (key(difference, band) != 0) {
            band++;
        }
        return band;
    }
}
