package org.askance.model.block;

import ai.djl.ndarray.types.Shape;

/// A weight that a network has: its name in files, its shape, and how it starts when nothing is loaded.
public record WeightSpec(String name, Shape shape, Start start) {

    /// What fills a weight before training.
    public sealed interface Start {
        /// Normally distributed around 0.
        record Normal(double deviation) implements Start {}

        record Constant(double value) implements Start {}
    }

    static final double DEVIATION = 0.02;

    static WeightSpec matrix(String name, long out, long in) {
        return new WeightSpec(name, new Shape(out, in), new Start.Normal(DEVIATION));
    }

    static WeightSpec normal(String name, Shape shape) {
        return new WeightSpec(name, shape, new Start.Normal(DEVIATION));
    }

    static WeightSpec constant(String name, double value, long... shape) {
        return new WeightSpec(name, new Shape(shape), new Start.Constant(value));
    }

    /// The same under `prefix`, for a network inside another.
    public WeightSpec under(String prefix) {
        return new WeightSpec(prefix + name, shape, start);
    }
}
