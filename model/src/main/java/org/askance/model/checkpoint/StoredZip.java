package org.askance.model.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.askance.model.told.OfCheckpoint;

/// The entries of a zip whose contents are stored as they are, as views of the mapped file: `ZipFile` would
/// copy every byte. Zip64 is understood, since weights exceed 4 GB.
final class StoredZip {

    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int LONGEST_COMMENT = 65_535;

    private StoredZip() {}

    /// @throws CheckpointException if it is no such zip, or an entry is compressed
    static Map<String, MemorySegment> entries(Path file, MemorySegment all) {
        try {
            return read(file, all);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static CheckpointException damaged(Path file, RuntimeException cause) {
        return new CheckpointException(OfCheckpoint.NO_ZIP.with(file), cause);
    }

    private static Map<String, MemorySegment> read(Path file, MemorySegment all) {
        long size = all.byteSize();
        long tailAt = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
        var tail = view(all, tailAt, size - tailAt);
        int end = tail.capacity() - END_BYTES;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new IllegalArgumentException("no end record");
        }
        long directory = Integer.toUnsignedLong(tail.getInt(end + 16));
        long count = Short.toUnsignedInt(tail.getShort(end + 10));
        if (end >= LOCATOR_BYTES && tail.getInt(end - LOCATOR_BYTES) == END64_LOCATOR) {
            var end64 = view(all, tail.getLong(end - LOCATOR_BYTES + 8), 56);
            if (end64.getInt(0) != END64) {
                throw new IllegalArgumentException("no zip64 end record");
            }
            count = end64.getLong(32);
            directory = end64.getLong(48);
        }
        var entries = new LinkedHashMap<String, MemorySegment>();
        long at = directory;
        for (long i = 0; i < count; i++) {
            at = entry(file, all, at, entries);
        }
        return entries;
    }

    private static long entry(Path file, MemorySegment all, long at, Map<String, MemorySegment> entries) {
        var head = view(all, at, 46);
        if (head.getInt(0) != CENTRAL) {
            throw new IllegalArgumentException("no directory entry");
        }
        int nameLength = Short.toUnsignedInt(head.getShort(28));
        int extraLength = Short.toUnsignedInt(head.getShort(30));
        int commentLength = Short.toUnsignedInt(head.getShort(32));
        var name = new byte[nameLength];
        view(all, at + 46, nameLength).get(name);
        var extra = view(all, at + 46 + nameLength, extraLength);
        long stored = Integer.toUnsignedLong(head.getInt(20));
        long plain = Integer.toUnsignedLong(head.getInt(24));
        long local = Integer.toUnsignedLong(head.getInt(42));
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            var field = extra.slice(extra.position() + 2, Short.toUnsignedInt(extra.getShort(extra.position())))
                    .order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + 2 + field.capacity());
            if (id == 1) {
                plain = plain == 0xffffffffL ? field.getLong() : plain;
                stored = stored == 0xffffffffL ? field.getLong() : stored;
                local = local == 0xffffffffL ? field.getLong() : local;
            }
        }
        String text = new String(name, StandardCharsets.UTF_8);
        if (head.getShort(10) != 0 || stored != plain) {
            throw new CheckpointException(OfCheckpoint.COMPRESSED.with(text, file));
        }
        var localHead = view(all, local, 30);
        if (localHead.getInt(0) != LOCAL) {
            throw new IllegalArgumentException("no entry");
        }
        long data = local + 30 + Short.toUnsignedInt(localHead.getShort(26))
                + Short.toUnsignedInt(localHead.getShort(28));
        entries.put(text, all.asSlice(data, plain));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    private static ByteBuffer view(MemorySegment all, long at, long length) {
        return all.asSlice(at, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
