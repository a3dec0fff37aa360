package org.askance.storage.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// 64 bits by which pictures that look alike are found: the picture's grey values are averaged over 9 × 8 fields, and
/// a bit says whether a field is darker than its right neighbour (dHash). Scaling and recompressing change few bits.
public final class PerceptualHash {

    private static final int ROWS = 8;
    private static final int COLUMNS = ROWS + 1;
    /// Grey levels that neighbours must differ by: less is noise.
    private static final double LEAST = 1;

    private PerceptualHash() {}

    /// Empty if the file cannot be decoded.
    public static OptionalLong of(Path file) {
        try {
            return OptionalLong.of(of(SmallImage.read(file)));
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Decoders answer damaged files with anything.
            return OptionalLong.empty();
        }
    }

    static long of(BufferedImage image) {
        double[] grey = fields(image);
        long hash = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < ROWS; column++) {
                int at = row * COLUMNS + column;
                hash = hash << 1 | (grey[at + 1] - grey[at] > LEAST ? 1 : 0);
            }
        }
        return hash;
    }

    /// Whether a hash tells nothing: pictures of one colour, or of hardly any shape, all look alike to it.
    public static boolean isPlain(long hash) {
        int bits = Long.bitCount(hash);
        return bits < 6 || bits > 58;
    }

    private static double[] fields(BufferedImage image) {
        var sums = new double[ROWS * COLUMNS];
        var counts = new int[ROWS * COLUMNS];
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < Math.max(ROWS, height); y++) {
            for (int x = 0; x < Math.max(COLUMNS, width); x++) {
                int at = field(y, height, ROWS) * COLUMNS + field(x, width, COLUMNS);
                sums[at] += grey(image.getRGB(Math.min(x * width / Math.max(COLUMNS, width), width - 1),
                        Math.min(y * height / Math.max(ROWS, height), height - 1)));
                counts[at]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    /// The field of `position` in a picture of `size`, which may be smaller than there are fields.
    private static int field(int position, int size, int fields) {
        return position * fields / Math.max(fields, size);
    }

    /// Over white, as the picture is shown.
    private static double grey(int argb) {
        double alpha = (argb >>> 24) / 255.0;
        double grey = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
        return alpha * grey + (1 - alpha) * 255;
    }
}
