package org.askance.model.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.askance.model.evaluation.Classification.PerClass;

/// A figure that tells how good a classification is, 0 to 1, higher is better.
public enum Figure {
    ACCURACY, MACRO_PRECISION, MACRO_RECALL, MACRO_F1, WEIGHTED_PRECISION, WEIGHTED_RECALL, WEIGHTED_F1,
    /// Of a question with two classes: the second's, as the next two. Other questions lack these.
    BINARY_PRECISION, BINARY_RECALL, BINARY_F1;

    /// Empty where the question has no such figure.
    public OptionalDouble of(Classification result) {
        return switch (this) {
            case ACCURACY -> OptionalDouble.of(result.accuracy());
            case MACRO_PRECISION -> OptionalDouble.of(result.macro().precision());
            case MACRO_RECALL -> OptionalDouble.of(result.macro().recall());
            case MACRO_F1 -> OptionalDouble.of(result.macro().f1());
            case WEIGHTED_PRECISION -> OptionalDouble.of(result.weighted().precision());
            case WEIGHTED_RECALL -> OptionalDouble.of(result.weighted().recall());
            case WEIGHTED_F1 -> OptionalDouble.of(result.weighted().f1());
            case BINARY_PRECISION -> positive(result, PerClass::precision);
            case BINARY_RECALL -> positive(result, PerClass::recall);
            case BINARY_F1 -> positive(result, PerClass::f1);
        };
    }

    private static OptionalDouble positive(Classification result, ToDoubleFunction<PerClass> value) {
        return result.positive().map(one -> OptionalDouble.of(value.applyAsDouble(one)))
                .orElse(OptionalDouble.empty());
    }

    /// As files spell it, for example `macro_f1`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
