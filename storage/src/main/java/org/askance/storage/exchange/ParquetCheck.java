package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.storage.told.OfReading;

/// Whether a file may be a Parquet file, before the library reads what it claims of itself.
final class ParquetCheck {

    private static final int ENDS = 8;
    private static final long LONGEST_FOOTER = 64L << 20;

    private ParquetCheck() {}

    static boolean isMarked(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < 2 * ENDS) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            return isMark(channel, 0) && isMark(channel, channel.size() - 4);
        }
    }

    private static boolean isMark(FileChannel channel, long at) throws IOException {
        var mark = ByteBuffer.allocate(4);
        channel.read(mark, at);
        return new String(mark.array(), StandardCharsets.ISO_8859_1).equals("PAR1");
    }

    /// @throws IOException with a sentence if it cannot be one
    static void check(Path file) throws IOException {
        if (!isMarked(file)) {
            throw new UnreadableFile(file, OfReading.PARQUET_ENDLESS.with(), OfReading.DOWNLOAD_AGAIN.with());
        }
        try (var channel = FileChannel.open(file)) {
            var length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(length, channel.size() - ENDS);
            long footer = Integer.toUnsignedLong(length.getInt(0));
            if (footer > channel.size() - ENDS - 4 || footer > LONGEST_FOOTER) {
                throw new UnreadableFile(file, OfReading.PARQUET_FOOTER.with(footer),
                        OfReading.DOWNLOAD_AGAIN.with());
            }
        }
    }
}
