package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The weights of one network by name, all float32, on one manager that outlives the steps using them.
/// Tensor thread only.
public final class Weights implements AutoCloseable {

    private final NDManager manager;
    private final Map<String, NDArray> byName = new LinkedHashMap<>();

    private Weights(NDManager manager) {
        this.manager = manager;
    }

    /// Fresh weights. They follow from `seed` and each weight's name alone, so that adding a layer does not
    /// change the others.
    ///
    /// @param manager becomes theirs: closing the weights closes it
    public static Weights random(NDManager manager, List<WeightSpec> specs, long seed) {
        return of(manager, specs, spec -> {
            var values = new float[(int) spec.shape().size()];
            switch (spec.start()) {
                case WeightSpec.Start.Constant(double value) -> java.util.Arrays.fill(values, (float) value);
                case WeightSpec.Start.Normal(double deviation) -> {
                    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + spec.name().hashCode());
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) (random.nextGaussian() * deviation);
                    }
                }
            }
            return FloatBuffer.wrap(values);
        });
    }

    /// Where a weight's values come from.
    @FunctionalInterface
    public interface Source {
        /// Called on several threads. As many floats as the shape of `spec` holds, in row-major order.
        FloatBuffer values(WeightSpec spec);
    }

    /// Weights with the values that `source` gives; whatever it throws passes through, with nothing kept.
    ///
    /// @param manager becomes theirs: closing the weights closes it
    public static Weights of(NDManager manager, List<WeightSpec> specs, Source source) {
        var weights = new Weights(manager);
        for (var spec : specs) {
            // No setName: DJL packs arrays whose names hold dots into dictionaries when a script is called.
            if (weights.byName.put(spec.name(), manager.create(spec.shape(), DataType.FLOAT32)) != null) {
                throw new IllegalArgumentException("two weights are named " + spec.name());
            }
        }
        if (manager.getDevice().isGpu()) {
            specs.forEach(spec -> weights.set(spec.name(), source.values(spec)));
        } else {
            // Straight into the tensors' memory, on all cores.
            var memory = specs.stream().map(spec -> TensorMemory.bytes(weights.get(spec.name())).asFloatBuffer())
                    .toList();
            IntStream.range(0, specs.size()).parallel().forEach(i -> memory.get(i).put(source.values(specs.get(i))));
        }
        return weights;
    }

    /// Sets one weight's values.
    public void set(String name, FloatBuffer values) {
        TensorMemory.fill(get(name), values);
    }

    /// @throws IllegalArgumentException if there is no weight of that name
    public NDArray get(String name) {
        var array = byName.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no weight is named " + name);
        }
        return array;
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    /// Names and tensors, in the order of the layers.
    public Map<String, NDArray> asMap() {
        return java.util.Collections.unmodifiableMap(byName);
    }

    /// A copy of the values of every weight, as they are now.
    public Map<String, float[]> values() {
        var values = new LinkedHashMap<String, float[]>();
        byName.forEach((name, array) -> values.put(name, Values.of(array)));
        return values;
    }

    /// How many numbers in all.
    public long size() {
        return byName.values().stream().mapToLong(NDArray::size).sum();
    }

    /// Frees the tensors.
    @Override
    public void close() {
        manager.close();
    }
}
