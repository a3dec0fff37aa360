package org.askance.storage.query;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// Plain arrays end to end, little-endian, each after its length, and the CRC32C of all at the end. [ArrayInput] reads
/// them.
final class ArrayOutput implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final Checksum sum = new CRC32C();

    ArrayOutput(OutputStream out) {
        this.out = out;
    }

    void number(long number) throws IOException {
        need(Long.BYTES);
        buffer.putLong(number);
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes(bytes, bytes.length);
    }

    /// The first `count` of `array`, as in the methods below.
    void bytes(byte[] array, int count) throws IOException {
        number(count);
        for (int from = 0, now; from < count; from += now) {
            now = Math.min(count - from, need(Byte.BYTES));
            buffer.put(array, from, now);
        }
    }

    void shorts(short[] array, int count) throws IOException {
        number(count);
        for (int from = 0, now; from < count; from += now) {
            now = Math.min(count - from, need(Short.BYTES) / Short.BYTES);
            buffer.asShortBuffer().put(array, from, now);
            buffer.position(buffer.position() + now * Short.BYTES);
        }
    }

    void ints(int[] array, int count) throws IOException {
        number(count);
        for (int from = 0, now; from < count; from += now) {
            now = Math.min(count - from, need(Integer.BYTES) / Integer.BYTES);
            buffer.asIntBuffer().put(array, from, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
        }
    }

    void longs(long[] array, int count) throws IOException {
        number(count);
        for (int from = 0, now; from < count; from += now) {
            now = Math.min(count - from, need(Long.BYTES) / Long.BYTES);
            buffer.asLongBuffer().put(array, from, now);
            buffer.position(buffer.position() + now * Long.BYTES);
        }
    }

    /// Makes room.
    ///
    /// @return bytes that there is room for, `bytes` or more
    private int need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer.remaining();
    }

    private void flush() throws IOException {
        sum.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
        buffer.putLong(sum.getValue());
        out.write(buffer.array(), 0, buffer.position());
        out.close();
    }
}
