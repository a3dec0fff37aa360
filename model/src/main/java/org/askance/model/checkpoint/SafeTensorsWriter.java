package org.askance.model.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Writes float32 tensors as a safetensors file that Python's library opens.
public final class SafeTensorsWriter {

    private SafeTensorsWriter() {}

    /// A tensor to write, row-major.
    public record Tensor(String name, long[] shape, float[] values) {

        public Tensor {
            if (LongStream.of(shape).reduce(1, Math::multiplyExact) != values.length) {
                throw new IllegalArgumentException(name + " has " + values.length + " values");
            }
        }
    }

    /// @param metadata strings to keep with the tensors; may be empty
    public static void write(Path file, List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        var header = new LinkedHashMap<String, Object>();
        if (!metadata.isEmpty()) {
            header.put("__metadata__", metadata);
        }
        long at = 0;
        for (var tensor : tensors) {
            long end = at + 4L * tensor.values.length;
            header.put(tensor.name, Map.of("dtype", "F32", "shape", tensor.shape, "data_offsets", List.of(at, end)));
            at = end;
        }
        String json = new ObjectMapper().writeValueAsString(header);
        // Padded with spaces so that the data starts at a multiple of eight, as the reference writer does.
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        json += " ".repeat((8 - length % 8) % 8);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            byte[] text = json.getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
            out.write(text);
            for (var tensor : tensors) {
                var bytes = ByteBuffer.allocate(4 * tensor.values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor.values);
                out.write(bytes.array());
            }
        }
    }
}
