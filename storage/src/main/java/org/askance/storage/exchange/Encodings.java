package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// In which encoding a file is, judged by some of it.
public final class Encodings {

    private static final int WINDOW = 1 << 16;
    private static final int WINDOWS = 16;
    private static final int FEWEST_ZEROS = 4;
    private static final int ONE_ZERO_IN = 20;

    /// What people choose from.
    public static final List<Charset> CHOICES = Stream
            .of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE",
                    "GB18030", "Big5", "Shift_JIS", "EUC-JP",
                    "EUC-KR", "windows-1251", "KOI8-R", "windows-1250", "windows-1253", "windows-1254", "windows-1255",
                    "windows-1256", "windows-1258", "TIS-620")
            .filter(Charset::isSupported).map(Charset::forName).toList();

    private Encodings() {}

    /// The encoding of `file` by its byte order mark or the zeros of UTF-16, or else by windows of 64 KiB from all over it. A file with few
    /// bytes that are not UTF-8 among many characters that are is UTF-8 with broken characters.
    public static Charset detect(Path file) throws IOException {
        var windows = windows(file);
        var wide = windows.isEmpty() ? null : wide(windows.getFirst());
        if (wide != null) {
            return wide;
        }
        long good = 0;
        long bad = 0;
        for (var window : windows) {
            var counts = Utf8Count.of(window);
            good += counts.good();
            bad += counts.bad();
        }
        return bad == 0 || good > 4 * bad ? StandardCharsets.UTF_8 : TextDecoding.detect(windows.stream());
    }

    /// The encoding that a byte order mark names, or UTF-16 by its zeros; `null` where neither tells.
    static @org.jspecify.annotations.Nullable Charset wide(byte[] start) {
        var marked = byMark(start);
        return marked == null ? byZeros(start) : marked;
    }

    private static List<byte[]> windows(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            var windows = new ArrayList<byte[]>();
            long step = Math.max(WINDOW, (size - WINDOW) / (WINDOWS - 1));
            for (long at = 0; at < size && windows.size() < WINDOWS; at += step) {
                var window = ByteBuffer.allocate((int) Math.min(WINDOW, size - at));
                int read = channel.read(window, at);
                windows.add(java.util.Arrays.copyOf(window.array(), Math.max(0, read)));
            }
            return windows;
        }
    }

    private static @org.jspecify.annotations.Nullable Charset byMark(byte[] start) {
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        // Before UTF-16, whose mark it begins with.
        if (starts(start, 0xFF, 0xFE, 0, 0)) {
            return StandardCharsets.UTF_32LE;
        }
        if (starts(start, 0, 0, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_32BE;
        }
        if (starts(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /// UTF-16 without a mark: digits, delimiters and line breaks have a zero on one side, and hardly any on the other.
    private static @org.jspecify.annotations.Nullable Charset byZeros(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i & 1] += start[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        int least = Math.min(zeros[0], zeros[1]);
        if (most < FEWEST_ZEROS || most < start.length / ONE_ZERO_IN || least > most / ONE_ZERO_IN) {
            return null;
        }
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
