package org.askance.assets.postcards;

/// How many pairs to make, and from which seed. The first 80 % are for training, the next 10 % for validation, the rest
/// for test.
///
/// @param count pairs in all, at least 1
/// @param seed decides every word and every line; the same seed gives the same pairs
public record PostcardsPlan(int count, long seed) {

    /// Pairs in the bundled dataset.
    public static final int DEFAULT_COUNT = 6_000;

    /// Seed of the bundled dataset, on which the bundled checkpoint was trained.
    public static final long DEFAULT_SEED = 1840;

    public PostcardsPlan {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
    }

    /// The bundled dataset.
    public static PostcardsPlan standard() {
        return new PostcardsPlan(DEFAULT_COUNT, DEFAULT_SEED);
    }

    public int trainCount() {
        return (int) Math.round(count * 0.8);
    }

    public int validationCount() {
        return (int) Math.min(Math.round(count * 0.1), count - trainCount());
    }

    public int testCount() {
        return count - trainCount() - validationCount();
    }

    /// The split of pair `index`, 0 to `count` − 1.
    PostcardSplit splitOf(int index) {
        if (index < trainCount()) {
            return PostcardSplit.TRAIN;
        }
        return index < trainCount() + validationCount() ? PostcardSplit.VALIDATION : PostcardSplit.TEST;
    }

    /// The position of pair `index` within its split, from 0.
    int rankOf(int index) {
        return switch (splitOf(index)) {
            case TRAIN -> index;
            case VALIDATION -> index - trainCount();
            case TEST -> index - trainCount() - validationCount();
        };
    }
}
