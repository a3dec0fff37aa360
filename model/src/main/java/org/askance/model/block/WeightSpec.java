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

    static WeightSpec matrix(String name, long out, long in) {
        return normal(name, new Shape(out, in), in);
    }

    /// Deviation 1/√(3·fanIn), that of PyTorch's linear layers: BERT's 0.02 at width 768, but enough for the
    /// small networks too, which hardly move from 0.02.
    static WeightSpec normal(String name, Shape shape, long fanIn) {
        return new WeightSpec(name, shape, new Start.Normal(1 / Math.sqrt(3.0 * fanIn)));
    }

    static WeightSpec constant(String name, double value, long... shape) {
        return new WeightSpec(name, new Shape(shape), new Start.Constant(value));
    }

    /// The same under `prefix`, for a network inside another.
    public WeightSpec under(String prefix) {
        return new WeightSpec(prefix + name, shape, start);
    }
}
