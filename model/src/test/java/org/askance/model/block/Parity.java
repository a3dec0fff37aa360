package org.askance.model.block;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.askance.model.checkpoint.SafeTensors;

/// Reads the reference outputs that stand in the test resources.
public final class Parity {

    private Parity() {}

    public static Path path(String name) {
        try {
            return Path.of(Parity.class.getResource("/parity/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SafeTensors open(String name) {
        return SafeTensors.open(path(name));
    }

    public static Pass pass(NDManager scope, String file, List<WeightSpec> specs, String... unused) {
        try (var tensors = open(file)) {
            tensors.check(specs, Set.of(unused));
            var weights = Weights.of(scope.newSubManager(), specs, spec -> tensors.floats(spec.name()));
            return Pass.over(scope, weights, 0.1);
        }
    }

    public static NDArray floats(NDManager scope, SafeTensors file, String name) {
        var values = file.floats(name);
        var array = new float[values.remaining()];
        values.get(array);
        return scope.create(array, new Shape(file.shape(name)));
    }

    public static NDArray longs(NDManager scope, SafeTensors file, String name) {
        var values = file.longs(name);
        var array = new long[values.remaining()];
        values.get(array);
        return scope.create(array, new Shape(file.shape(name)));
    }

    public static NDArray floatsOfLongs(NDManager scope, SafeTensors file, String name) {
        return longs(scope, file, name).toType(ai.djl.ndarray.types.DataType.FLOAT32, true);
    }

    /// Every value within `tolerance` of the expected one.
    public static void assertClose(String name, NDArray actual, NDArray expected, float tolerance) {
        assertThat(actual.getShape()).as(name).isEqualTo(expected.getShape());
        assertThat(actual.sub(expected).abs().max().getFloat()).as(name).isLessThanOrEqualTo(tolerance);
    }

    /// Every value within `tolerance` times the largest of the expected ones. Below 1e-4 nothing but
    /// rounding is left: the gradient of a key's bias is exactly 0.
    public static void assertRelative(String name, NDArray actual, NDArray expected, float tolerance) {
        assertClose(name, actual, expected, tolerance * Math.max(1e-4f, expected.abs().max().getFloat()));
    }
}
