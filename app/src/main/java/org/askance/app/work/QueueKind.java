package org.askance.app.work;

import java.util.Locale;

/// The ways in which examples can be asked. Each has a name and a sentence that says how it orders, in the
/// strings under its key.
public enum QueueKind {
    DATASET, RANDOM, SEARCH, LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, HEADS, HALVES, DIVERSE, TYPICAL, LABEL_ERRORS,
    SECOND_OPINION, MY_SKIPPED, MY_FLAGGED;

    /// Lasting: it is stored with answers and places.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether its order is computed by [RankExamples], anew for each checkpoint.
    public boolean isRanked() {
        return switch (this) {
            case HEADS, HALVES, DIVERSE, TYPICAL, LABEL_ERRORS -> true;
            case DATASET, RANDOM, SEARCH, LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, SECOND_OPINION, MY_SKIPPED,
                    MY_FLAGGED ->
                false;
        };
    }

    /// Whether it needs the network's predictions or embeddings: without them it has no order.
    public boolean needsNetwork() {
        return switch (this) {
            case LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, HEADS, HALVES, DIVERSE, TYPICAL, LABEL_ERRORS -> true;
            case DATASET, RANDOM, SEARCH, SECOND_OPINION, MY_SKIPPED, MY_FLAGGED -> false;
        };
    }
}
