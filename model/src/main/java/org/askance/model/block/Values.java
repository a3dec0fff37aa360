package org.askance.model.block;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;

/// Numbers out of tensors that live long. Tensor thread only.
public final class Values {

    private Values() {}

    /// The numbers of `array`, in row-major order. From a graphics card DJL copies by way of a manager that it hangs
    /// under the array's own and closes with it: where that one lives as long as a training, each call would leave a
    /// copy behind. Here the copy is freed at once.
    public static float[] of(NDArray array) {
        if (!array.getDevice().isGpu()) {
            return array.toFloatArray();
        }
        var copy = array.toDevice(Device.cpu(), true);
        try {
            return copy.toFloatArray();
        } finally {
            copy.getManager().close();
        }
    }
}
