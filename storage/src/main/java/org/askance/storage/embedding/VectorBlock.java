package org.askance.storage.embedding;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Vectors as bytes: 16 bytes of head (magic, format, count, dimension), the ids, the float32 rows, and a
/// CRC32C of all before it; little-endian.
final class VectorBlock {

    private static final int MAGIC = 0x31564B41; // AKV1
    private static final int HEAD = 16;
    private static final int TAIL = 8;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private VectorBlock() {}

    static ByteBuffer encode(Vectors vectors) {
        int dimension = vectors.size() == 0 ? 0 : vectors.values()[0].length;
        var bytes = ByteBuffer.allocate(Math.toIntExact(length(vectors.size(), dimension)))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(1).putInt(vectors.size()).putInt(dimension);
        bytes.asLongBuffer().put(vectors.examples());
        bytes.position(HEAD + 8 * vectors.size());
        for (var row : vectors.values()) {
            bytes.asFloatBuffer().put(row);
            bytes.position(bytes.position() + 4 * dimension);
        }
        var crc = new CRC32C();
        crc.update(bytes.duplicate().flip());
        return bytes.putLong(crc.getValue()).flip();
    }

    private static long length(long count, long dimension) {
        return HEAD + 8 * count + 4 * count * dimension + TAIL;
    }

    /// How many bytes the block takes that begins at `at`; 0 if none begins there, or it is cut off or damaged.
    static long length(MemorySegment file, long at) {
        if (at + HEAD + TAIL > file.byteSize() || file.get(INT, at) != MAGIC || file.get(INT, at + 4) != 1) {
            return 0;
        }
        int count = file.get(INT, at + 8);
        int dimension = file.get(INT, at + 12);
        // Both below 2²⁰: the product cannot overflow, and nothing that large is ever written at once.
        if ((count | dimension) >>> 20 != 0) {
            return 0;
        }
        long length = length(count, dimension);
        if (length > Integer.MAX_VALUE || at + length > file.byteSize()) {
            return 0;
        }
        var bytes = file.asSlice(at, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32C();
        crc.update(bytes.duplicate().limit((int) length - TAIL));
        return crc.getValue() == bytes.getLong((int) length - TAIL) ? length : 0;
    }

    /// The ids of a block that [#length(MemorySegment, long)] knows.
    static long[] examples(MemorySegment file, long at) {
        var examples = new long[file.get(INT, at + 8)];
        file.asSlice(at + HEAD, 8L * examples.length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer()
                .get(examples);
        return examples;
    }

    /// The same with the rows.
    static Vectors decode(MemorySegment file, long at) {
        var examples = examples(file, at);
        var values = new float[examples.length][file.get(INT, at + 12)];
        long begin = at + HEAD + 8L * examples.length;
        for (int i = 0; i < values.length; i++) {
            long bytes = 4L * values[i].length;
            file.asSlice(begin + i * bytes, bytes).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                    .get(values[i]);
        }
        return new Vectors(examples, values);
    }

    /// A whole file that holds one block.
    ///
    /// @return `null` if it is damaged
    static @Nullable Vectors decodeAll(byte[] bytes) {
        var file = MemorySegment.ofArray(bytes);
        return length(file, 0) == bytes.length ? decode(file, 0) : null;
    }
}
