package org.askance.storage.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.Told;

/// What is unusual about a picture that can be used.
///
/// @param format   by its content
/// @param animated whether it has more than one frame
/// @param cut      whether its end is missing
record ImageMarks(String format, boolean animated, boolean cut) {

    private static final int END = 1 << 16;
    private static final Map<String, String> FORMATS = Map.of("jpg", "jpeg", "jpeg", "jpeg", "png", "png", "gif",
            "gif", "webp", "webp", "bmp", "bmp");

    static ImageMarks of(Path file, String format) throws IOException {
        try (var channel = FileChannel.open(file)) {
            byte[] start = part(channel, 0, END);
            byte[] end = part(channel, Math.max(0, channel.size() - END), END);
            return switch (format) {
                case "jpeg", "jpg" -> new ImageMarks("jpeg", false, !contains(end, "\u00FF\u00D9"));
                case "png" -> new ImageMarks("png", contains(start, "acTL"), !contains(end, "IEND"));
                case "gif" -> new ImageMarks("gif", GifFrames.areSeveral(file), !contains(end, ";"));
                case "webp" -> new ImageMarks("webp", contains(start, "ANIM"), riffSize(start) > channel.size());
                default -> new ImageMarks(format, false, false);
            };
        }
    }

    private static byte[] part(FileChannel channel, long at, int longest) throws IOException {
        var part = ByteBuffer.allocate((int) Math.min(longest, channel.size() - at));
        while (part.hasRemaining() && channel.read(part, at + part.position()) > 0) {
            // A read may give less than asked for.
        }
        return part.array();
    }

    private static boolean contains(byte[] bytes, String mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(mark);
    }

    private static long riffSize(byte[] start) {
        return start.length < 8
                ? Long.MAX_VALUE
                : Integer.toUnsignedLong(
                        ByteBuffer.wrap(start).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4)) + 8;
    }

    /// Sentences that name the file; none if nothing is unusual.
    List<Told> notes(Path file) {
        var notes = new ArrayList<Told>();
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var named = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
        if (named != null && !named.equals(format)) {
            notes.add(OfFile.OTHER_KIND.with(file, named.toUpperCase(Locale.ROOT), format.toUpperCase(Locale.ROOT)));
        }
        if (animated) {
            notes.add(OfFile.ANIMATED.with(file));
        }
        if (cut) {
            notes.add(OfFile.CUT_BUT_USED.with(file));
        }
        return notes;
    }
}
