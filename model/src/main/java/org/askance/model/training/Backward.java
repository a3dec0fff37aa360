package org.askance.model.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/// Computes a loss while gradients are recorded, and sends them back. DJL's `GradientCollector` does the
/// same, but zeroes every gradient of the process first and allows one at a time. Tensor thread only.
final class Backward {

    private Backward() {}

    /// Adds to the gradients of every weight that records them. Recording is off again on return.
    ///
    /// @return the loss's value
    static double of(Supplier<NDArray> loss) {
        JniUtils.setGradMode(true);
        try {
            var scalar = (PtNDArray) loss.get();
            JniUtils.backward(scalar, (PtNDArray) scalar.getManager().ones(scalar.getShape()), false, false);
            return scalar.getFloat();
        } finally {
            JniUtils.setGradMode(false);
        }
    }
}
