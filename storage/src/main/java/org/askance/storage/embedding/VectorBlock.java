package org.askance.storage.embedding;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Vectors as bytes, little-endian, a multiple of 64 in all:
///
/// | at | what |
/// |---|---|
/// | 0 | magic, then the format's version |
/// | 8 | precision (0 float32, 1 float16), dimension, count |
/// | 20 | CRC32C of the ids and rows |
/// | 24 | CRC32C of the 24 bytes before |
/// | 64 | the ids, 8 bytes each, then the rows, then zeros |
///
/// @param body where the ids begin in the file
record VectorBlock(Precision precision, int dimension, int count, long body) {

    /// Blocks begin at multiples of this: after a damaged one the next is found.
    static final int ALIGNMENT = 64;

    private static final int MAGIC = 0x31564B41; // AKV1
    private static final int VERSION = 2;
    private static final int BODY_SUM = 20;
    private static final int HEAD_SUM = 24;
    private static final int MOST = 1 << 28;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// @return ready to be written
    static ByteBuffer encode(Vectors vectors, Precision precision) {
        int count = vectors.size();
        int dimension = count == 0 ? 0 : vectors.values()[0].length;
        if (count > MOST || dimension > MOST) {
            throw new IllegalArgumentException(count + " vectors of " + dimension + " are too many for one block");
        }
        long length = length(precision, dimension, count);
        var bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(VERSION).putInt(precision.code).putInt(dimension).putInt(count);
        bytes.position(ALIGNMENT);
        for (long example : vectors.examples()) {
            bytes.putLong(example);
        }
        for (float[] row : vectors.values()) {
            if (row.length != dimension) {
                throw new IllegalArgumentException("vectors of " + dimension + " and of " + row.length);
            }
            for (float value : row) {
                switch (precision) {
                    case FLOAT32 -> bytes.putFloat(value);
                    case FLOAT16 -> bytes.putShort(Float.floatToFloat16(value));
                }
            }
        }
        bytes.putInt(BODY_SUM, sum(bytes, ALIGNMENT, (int) length));
        bytes.putInt(HEAD_SUM, sum(bytes, 0, HEAD_SUM));
        return bytes.clear();
    }

    private static int sum(ByteBuffer bytes, int from, int to) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().limit(to).position(from));
        return (int) crc.getValue();
    }

    private static long length(Precision precision, long dimension, long count) {
        long bytes = ALIGNMENT + 8 * count + precision.bytes * count * dimension;
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /// The block that begins at `at`: `null` if none does, or it is of another version, cut off or damaged.
    static @Nullable VectorBlock at(MemorySegment file, long at) {
        if (at + ALIGNMENT > file.byteSize() || file.get(INT, at) != MAGIC || file.get(INT, at + 4) != VERSION) {
            return null;
        }
        var head = file.asSlice(at, ALIGNMENT).asByteBuffer();
        var precision = Precision.of(file.get(INT, at + 8));
        int dimension = file.get(INT, at + 12);
        int count = file.get(INT, at + 16);
        if (sum(head, 0, HEAD_SUM) != file.get(INT, at + HEAD_SUM) || precision == null || dimension < 0
                || dimension > MOST || count < 0
                || count > MOST) {
            return null;
        }
        var block = new VectorBlock(precision, dimension, count, at + ALIGNMENT);
        if (block.end() - at > Integer.MAX_VALUE || block.end() > file.byteSize()) {
            return null;
        }
        var body = file.asSlice(at + ALIGNMENT, block.end() - at - ALIGNMENT).asByteBuffer();
        return sum(body, 0, body.limit()) == file.get(INT, at + BODY_SUM) ? block : null;
    }

    /// The vectors of this block, in the order in which they were written.
    Vectors decode(MemorySegment file) {
        var examples = new long[count];
        MemorySegment.copy(file, LONG, body, examples, 0, count);
        var values = new float[count][dimension];
        for (int i = 0; i < count; i++) {
            read(file, row(i), precision, values[i]);
        }
        return new Vectors(examples, values);
    }

    /// Copies the row that begins at `at`.
    static void read(MemorySegment file, long at, Precision precision, float[] into) {
        switch (precision) {
            case FLOAT32 -> MemorySegment.copy(file, FLOAT, at, into, 0, into.length);
            case FLOAT16 -> {
                var halves = new short[into.length];
                MemorySegment.copy(file, SHORT, at, halves, 0, halves.length);
                for (int i = 0; i < halves.length; i++) {
                    into[i] = Float.float16ToFloat(halves[i]);
                }
            }
        }
    }

    /// The id of row `i`.
    long example(MemorySegment file, int i) {
        return file.get(LONG, body + 8L * i);
    }

    /// Where the next block may begin.
    long end() {
        return body - ALIGNMENT + length(precision, dimension, count);
    }

    /// Where the vector of row `i` begins in the file.
    long row(int i) {
        return body + 8L * count + (long) i * dimension * precision.bytes;
    }
}
