package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;

/// The memory of float32 tensors. On the CPU it is used as it is: a network of base size takes 850 MB, of which no
/// copy should lie on Java's heap. Tensor thread only.
public final class TensorMemory {

    private TensorMemory() {}

    /// The values as float32 in the processor's byte order; of a tensor on the CPU its own memory, which must not be
    /// touched after the tensor is closed, of one on a card a copy.
    static ByteBuffer bytes(NDArray array) {
        if (array.getDevice().isGpu()) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(4 * array.size())).order(ByteOrder.nativeOrder());
            bytes.asFloatBuffer().put(Values.of(array));
            return bytes;
        }
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder());
    }

    /// Writes the values to `out`, row-major and little-endian.
    public static void write(NDArray array, WritableByteChannel out) throws IOException {
        var bytes = bytes(array);
        if (bytes.order() != ByteOrder.LITTLE_ENDIAN) {
            throw new IllegalStateException("PyTorch's libraries are built for little-endian processors only");
        }
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /// Sets all values, in place on the CPU.
    ///
    /// @param values as many as the tensor holds
    public static void fill(NDArray array, FloatBuffer values) {
        if (values.remaining() != array.size()) {
            throw new IllegalArgumentException(array.getShape() + " needs " + array.size() + " values, got "
                    + values.remaining());
        }
        if (array.getDevice().isGpu()) {
            array.set(values);
        } else {
            bytes(array).asFloatBuffer().put(values);
        }
    }
}
