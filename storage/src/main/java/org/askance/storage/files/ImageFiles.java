package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/// Judges pictures by their header, without decoding them.
public final class ImageFiles {

    /// The most pixels that the program decodes, 64 megapixels: 192 MB.
    public static final long MOST_PIXELS = 64_000_000;

    static {
        // Without it ImageIO writes a temporary file for every stream it opens.
        ImageIO.setUseCache(false);
    }

    private ImageFiles() {}

    /// Whether a picture can be used.
    public sealed interface Inspection {
        /// @param hash SHA-256 of the file, in hex
        record Usable(int widthPx, int heightPx, String hash) implements Inspection {}

        /// @param reason a sentence that names the file
        record Unusable(String reason) implements Inspection {}
    }

    /// Reads the header and the file's hash.
    public static Inspection inspect(Path file) {
        return inspect(file, true);
    }

    /// Reads only the header; the hash is empty.
    public static Inspection inspectHeader(Path file) {
        return inspect(file, false);
    }

    private static Inspection inspect(Path file, boolean hashed) {
        if (!Files.isRegularFile(file)) {
            return new Inspection.Unusable("There is no picture at " + file + ".");
        }
        try {
            if (Files.size(file) == 0) {
                return new Inspection.Unusable(file + " is empty.");
            }
            try (var stream = ImageIO.createImageInputStream(file.toFile())) {
                var readers = ImageIO.getImageReaders(stream);
                if (!readers.hasNext()) {
                    return new Inspection.Unusable(file + " is not a picture that can be read.");
                }
                var reader = readers.next();
                try {
                    reader.setInput(stream, true, true);
                    int width = reader.getWidth(0);
                    int height = reader.getHeight(0);
                    if ((long) width * height > MOST_PIXELS) {
                        return new Inspection.Unusable(
                                "%s has %d × %d pixels, more than the %d million that are read. Save it smaller."
                                        .formatted(file, width, height, MOST_PIXELS / 1_000_000));
                    }
                    return new Inspection.Usable(width, height, hashed ? hash(file) : "");
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with any unchecked exception.
            return new Inspection.Unusable(file + " is damaged: " + e.getMessage() + ".");
        }
    }

    private static String hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
