package org.askance.storage.query;

import java.util.List;
import java.util.Set;

/// What to find, checked against the project's names. Tasks and labels are ids of the project, so that nothing
/// that was typed gets into SQL but as a parameter.
public sealed interface Query {

    /// Everything.
    Query ALL = new And(List.of());

    /// Stands for every task, where a task may be named, and for having no label, where a label may be.
    long NONE = 0;

    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// @param parts at least one
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Query part) implements Query {}

    /// Tokens that follow each other in the text, folded as the text index folds them.
    ///
    /// @param tokens at least one
    /// @param prefix whether the last one only begins a word of the text
    record Words(List<String> tokens, boolean prefix) implements Query {
        public Words {
            tokens = List.copyOf(tokens);
        }
    }

    /// Characters that stand somewhere in the text: scripts that do not divide words are looked for so.
    record Part(String characters) implements Query {}

    /// Emoji and other symbols, each of which stands somewhere in the text.
    ///
    /// @param symbols one code point each
    record Symbols(List<String> symbols) implements Query {
        public Symbols {
            symbols = List.copyOf(symbols);
        }
    }

    record InSplit(Set<String> splits) implements Query {
        public InSplit {
            splits = Set.copyOf(splits);
        }
    }

    /// Whose label.
    enum Source {
        /// The answer, or else the given one.
        COUNTING,
        /// The dataset's.
        GIVEN,
        /// The annotators'.
        ANSWER,
        /// The current checkpoint's likeliest.
        PREDICTED
    }

    /// @param label an id, or [#NONE] for having none
    record Labelled(Source source, long task, long label) implements Query {}

    /// How sure the current checkpoint is.
    enum Measure {
        /// The likeliest label's probability.
        CONFIDENCE,
        /// The likeliest's lead over the second.
        MARGIN,
        /// Of the probabilities, in nats.
        ENTROPY
    }

    /// A comparison of numbers.
    enum Comparison {
        LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="), EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean holds(int one, int other) {
            return switch (this) {
                case LESS -> one < other;
                case AT_MOST -> one <= other;
                case MORE -> one > other;
                case AT_LEAST -> one >= other;
                case EQUAL -> one == other;
            };
        }
    }

    /// @param task     an id, or [#NONE] for any task
    /// @param millionths what is compared with, in millionths: as exact as predictions are stored
    record Measured(Measure measure, long task, Comparison comparison, int millionths) implements Query {}

    /// Answered by.
    record By(String annotator) implements Query {}

    /// Answered by someone else, whether or not by them.
    ///
    /// @param tasks ids of those of which one has such an answer; empty for any
    record ByOthers(String annotator, Set<Long> tasks) implements Query {
        public ByOthers {
            tasks = Set.copyOf(tasks);
        }

        /// In any task.
        public ByOthers(String annotator) {
            this(annotator, Set.of());
        }
    }

    /// Put off by them, and not answered by them since.
    record SkippedBy(String annotator) implements Query {}

    /// Flagged, lastly by them.
    record FlaggedBy(String annotator) implements Query {}

    /// Whom the label contradicts.
    enum Against {
        NETWORK, ANNOTATORS
    }

    /// @param task an id, or [#NONE] for any task
    record Disagrees(Against against, long task) implements Query {}

    /// What an example has or is; the name is what people type.
    enum Mark {
        ANSWER("has"), COMMENT("has"), FLAG("has"), KNOWLEDGE("has"), LABEL("has"), PICTURE("has"), PREDICTION(
                "has"),
        PROBLEM("has"), DUPLICATE("is"), GOLD("is"), SKIPPED("is");

        private final String field;

        Mark(String field) {
            this.field = field;
        }

        /// `has` or `is`.
        public String field() {
            return field;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Marked(Mark mark) implements Query {}

    /// Flagged for a reason that contains these words, whatever their case.
    record Flagged(String reason) implements Query {}

    /// @param prefix whether `key` only begins the example's
    record Keyed(String key, boolean prefix) implements Query {}
}
