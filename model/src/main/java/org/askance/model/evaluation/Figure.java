package org.askance.model.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.askance.model.evaluation.Classification.Average;
import org.askance.model.evaluation.Classification.PerClass;

/// A figure that tells how good a classification is, 0 to 1, higher is better.
public enum Figure {
    ACCURACY(Classification::accuracy), MACRO_PRECISION(Classification::macro, Average::precision), MACRO_RECALL(
            Classification::macro, Average::recall),
    MACRO_F1(Classification::macro, Average::f1), WEIGHTED_PRECISION(
            Classification::weighted, Average::precision),
    WEIGHTED_RECALL(Classification::weighted,
            Average::recall),
    WEIGHTED_F1(Classification::weighted, Average::f1),
    /// Of a question with two classes: the second's. Other questions lack these.
    BINARY_PRECISION(PerClass::precision), BINARY_RECALL(PerClass::recall), BINARY_F1(PerClass::f1);

    private final Function<Classification, OptionalDouble> value;

    Figure(Function<Classification, Double> value) {
        this.value = result -> OptionalDouble.of(value.apply(result));
    }

    Figure(Function<Classification, Average> average, ToDoubleFunction<Average> value) {
        this.value = result -> OptionalDouble.of(value.applyAsDouble(average.apply(result)));
    }

    Figure(ToDoubleFunction<PerClass> value) {
        this.value = result -> result.positive().map(one -> OptionalDouble.of(value.applyAsDouble(one)))
                .orElse(OptionalDouble.empty());
    }

    /// Empty where the question has no such figure.
    public OptionalDouble of(Classification result) {
        return value.apply(result);
    }

    /// As files spell it, for example `macro_f1`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
