package org.askance.model.block;

import java.util.ArrayList;
import java.util.List;

/// Collects the weights of a network, in the order of its layers.
final class WeightSpecs {

    private final List<WeightSpec> list = new ArrayList<>();

    WeightSpecs add(WeightSpec spec) {
        list.add(spec);
        return this;
    }

    /// `NAME.weight` of `(out, in)` and `NAME.bias`.
    WeightSpecs linear(String name, long out, long in) {
        list.add(WeightSpec.matrix(name + ".weight", out, in));
        list.add(WeightSpec.constant(name + ".bias", 0, out));
        return this;
    }

    /// `NAME.weight` of ones and `NAME.bias` of zeros.
    WeightSpecs norm(String name, long width) {
        list.add(WeightSpec.constant(name + ".weight", 1, width));
        list.add(WeightSpec.constant(name + ".bias", 0, width));
        return this;
    }

    /// All of a network's weights under `prefix`.
    WeightSpecs all(String prefix, List<WeightSpec> specs) {
        specs.forEach(spec -> list.add(spec.under(prefix)));
        return this;
    }

    List<WeightSpec> list() {
        return List.copyOf(list);
    }
}
