package org.askance.assets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Pictures of emoji (Twemoji, CC-BY 4.0) on one sheet, and finding emoji in a text. Thread-safe.
public final class Emoji {

    /// Edge of a picture on the sheet.
    public static final int SIZE_PX = 32;

    private static final int STEP_PX = SIZE_PX + 2;
    private static final int VARIATION_SELECTOR = 0xfe0f;

    private static final Map<String, Cell> CELLS = read();
    private static final int LONGEST = CELLS.keySet().stream().mapToInt(key -> key.split("-", -1).length).max()
            .orElse(1);

    private Emoji() {}

    /// Where a picture stands on the sheet.
    public record Cell(int xPx, int yPx) {}

    /// A part of a text: words, or one emoji with its picture.
    public sealed interface Part {
        record Words(String text) implements Part {}

        record Picture(String text, Cell cell) implements Part {}
    }

    /// The sheet, a PNG.
    public static InputStream sheet() {
        return Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji/sheet-32.png"));
    }

    private static Map<String, Cell> read() {
        var cells = new HashMap<String, Cell>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji/index.txt")),
                StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                cells.put(parts[0],
                        new Cell(1 + STEP_PX * Integer.parseInt(parts[1]), 1 + STEP_PX * Integer.parseInt(parts[2])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    /// Cuts `text` into words and emoji, the longest sequence first, so that a family is not taken for its
    /// members.
    public static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        int[] points = text.codePoints().toArray();
        var words = new StringBuilder();
        int at = 0;
        while (at < points.length) {
            int length = emojiAt(points, at);
            if (length == 0) {
                words.appendCodePoint(points[at++]);
                continue;
            }
            if (!words.isEmpty()) {
                parts.add(new Part.Words(words.toString()));
                words.setLength(0);
            }
            parts.add(new Part.Picture(new String(points, at, length),
                    Objects.requireNonNull(CELLS.get(key(points, at, length)))));
            at += length;
            // A selector that the table does not list behind this emoji must not show as a box.
            while (at < points.length && points[at] == VARIATION_SELECTOR) {
                at++;
            }
        }
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words.toString()));
        }
        return parts;
    }

    private static int emojiAt(int[] points, int at) {
        // Digits and signs stand in keycaps only, so with what follows them.
        if (points[at] < 0xa9 && (at + 1 >= points.length || points[at + 1] < 0x20e3)) {
            return 0;
        }
        for (int length = Math.min(LONGEST, points.length - at); length > 0; length--) {
            if (CELLS.containsKey(key(points, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String key(int[] points, int at, int length) {
        return java.util.stream.IntStream.range(at, at + length).mapToObj(i -> "%04x".formatted(points[i]))
                .collect(Collectors.joining("-"));
    }
}
