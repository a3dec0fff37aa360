package org.askance.model.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Writes float32 tensors as a safetensors file that Python's library opens. One tensor's values after the other are
/// asked for and written, so that weights of any size need no memory of their own.
public final class SafeTensorsWriter {

    private static final int FLOATS_AT_ONCE = 1 << 18;

    private SafeTensorsWriter() {}

    /// A tensor to write.
    public record Tensor(String name, long[] shape, Values values) {

        /// With values that are there already, row-major.
        public Tensor(String name, long[] shape, float[] values) {
            this(name, shape, out -> copy(FloatBuffer.wrap(values), out));
            if (size() != values.length) {
                throw new IllegalArgumentException(name + " has " + values.length + " values");
            }
        }

        /// How many numbers it holds.
        public long size() {
            return LongStream.of(shape).reduce(1, Math::multiplyExact);
        }
    }

    /// Where a tensor's values come from.
    @FunctionalInterface
    public interface Values {
        /// Writes all of them as float32, row-major, little-endian. Called once per file, on the writer's thread.
        void writeTo(WritableByteChannel out) throws IOException;
    }

    private static void copy(FloatBuffer values, WritableByteChannel out) throws IOException {
        var bytes = ByteBuffer.allocate(4 * Math.min(FLOATS_AT_ONCE, values.remaining()))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            int count = Math.min(FLOATS_AT_ONCE, values.remaining());
            bytes.clear().limit(4 * count);
            bytes.asFloatBuffer().put(values.slice(values.position(), count));
            values.position(values.position() + count);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    /// Returns when all is on disk.
    ///
    /// @param metadata strings to keep with the tensors; may be empty
    public static void write(Path file, List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        var header = new LinkedHashMap<String, Object>();
        if (!metadata.isEmpty()) {
            header.put("__metadata__", metadata);
        }
        long at = 0;
        for (var tensor : tensors) {
            long end = at + 4 * tensor.size();
            // In a fixed order, so that equal weights make equal files.
            var entry = new LinkedHashMap<String, Object>();
            entry.put("dtype", "F32");
            entry.put("shape", tensor.shape);
            entry.put("data_offsets", List.of(at, end));
            if (header.put(tensor.name, entry) != null) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name);
            }
            at = end;
        }
        // Padded with spaces so that the data starts at a multiple of eight, as the reference writer does.
        String json = new ObjectMapper().writeValueAsString(header);
        json += " ".repeat((8 - json.getBytes(StandardCharsets.UTF_8).length % 8) % 8);
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var head = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
            head.putLong(text.length).put(text).flip();
            while (head.hasRemaining()) {
                out.write(head);
            }
            for (var tensor : tensors) {
                long end = out.position() + 4 * tensor.size();
                tensor.values.writeTo(out);
                if (out.position() != end) {
                    throw new IllegalStateException(tensor.name + " wrote " + (out.position() - end + 4 * tensor.size())
                            + " bytes instead of " + 4 * tensor.size());
                }
            }
            out.force(true);
        }
    }
}
