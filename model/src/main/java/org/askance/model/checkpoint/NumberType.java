package org.askance.model.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/// How floating-point numbers are stored, and widening or narrowing them to float32.
enum NumberType {
    F64(8), F32(4), F16(2), BF16(2);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /// A view where the file holds float32, else a copy.
    ///
    /// @param from little-endian
    FloatBuffer floats(ByteBuffer from) {
        return switch (this) {
            case F32 -> from.asFloatBuffer();
            case F64 -> {
                var wide = from.asDoubleBuffer();
                var floats = FloatBuffer.allocate(wide.remaining());
                while (wide.hasRemaining()) {
                    floats.put((float) wide.get());
                }
                yield floats.flip();
            }
            case F16, BF16 -> {
                var narrow = from.asShortBuffer();
                var floats = FloatBuffer.allocate(narrow.remaining());
                while (narrow.hasRemaining()) {
                    short bits = narrow.get();
                    floats.put(this == F16 ? Float.float16ToFloat(bits) : Float.intBitsToFloat(bits << 16));
                }
                yield floats.flip();
            }
        };
    }
}
