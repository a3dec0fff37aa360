package org.askance.model.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.askance.model.block.TensorMemory;
import org.askance.model.block.WeightSpec;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.SafeTensorsWriter;
import org.askance.model.device.Compute;

/// Tensors as files take them: written from where they lie, one piece of work on the tensor thread per tensor.
final class WeightTensors {

    private WeightTensors() {}

    /// A network's weights.
    static List<SafeTensorsWriter.Tensor> of(Compute compute, List<WeightSpec> specs, Weights weights) {
        return specs.stream().map(spec -> of(compute, spec.name(), spec.shape().getShape(),
                compute.call(_ -> weights.get(spec.name())))).toList();
    }

    static List<SafeTensorsWriter.Tensor> of(Compute compute, Map<String, NDArray> arrays) {
        return arrays.entrySet().stream().map(array -> of(compute, array.getKey(),
                compute.call(_ -> array.getValue().getShape().getShape()), array.getValue())).toList();
    }

    private static SafeTensorsWriter.Tensor of(Compute compute, String name, long[] shape, NDArray array) {
        return new SafeTensorsWriter.Tensor(name, shape,
                out -> compute.run(_ -> TensorMemory.write(array, out)));
    }
}
