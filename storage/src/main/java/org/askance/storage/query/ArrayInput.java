package org.askance.storage.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// What [ArrayOutput] wrote.
final class ArrayInput {

    private final ByteBuffer buffer;

    /// @param whole what was written, and nothing more
    /// @throws IOException if it is damaged
    ArrayInput(ByteBuffer whole) throws IOException {
        buffer = whole.order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.capacity() < Long.BYTES) {
            throw new IOException("cut off");
        }
        var sum = new CRC32C();
        buffer.position(0).limit(buffer.capacity() - Long.BYTES);
        sum.update(buffer);
        if (buffer.getLong(buffer.limit(buffer.capacity()).position()) != sum.getValue()) {
            throw new IOException("damaged");
        }
        buffer.position(0).limit(buffer.capacity() - Long.BYTES);
    }

    long number() {
        return buffer.getLong();
    }

    private int count() {
        return Math.toIntExact(buffer.getLong());
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        var array = new byte[count()];
        buffer.get(array);
        return array;
    }

    short[] shorts() {
        var array = new short[count()];
        buffer.asShortBuffer().get(array);
        buffer.position(buffer.position() + array.length * Short.BYTES);
        return array;
    }

    int[] ints() {
        var array = new int[count()];
        buffer.asIntBuffer().get(array);
        buffer.position(buffer.position() + array.length * Integer.BYTES);
        return array;
    }

    long[] longs() {
        var array = new long[count()];
        buffer.asLongBuffer().get(array);
        buffer.position(buffer.position() + array.length * Long.BYTES);
        return array;
    }
}
