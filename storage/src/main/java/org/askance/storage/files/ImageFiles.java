package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Judges pictures by their header, without decoding them; only one that seems cut short is decoded, small.
/// Damaged files never throw, and pipes and devices are never opened.
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
        /// @param hash  SHA-256 of the file, in hex
        /// @param notes what people should know of it, each a sentence that names the file
        record Usable(int widthPx, int heightPx, String hash, List<String> notes) implements Inspection {}

        /// @param reason a sentence that names the file
        record Unusable(String reason) implements Inspection {}
    }

    /// Reads the header and the file's hash, and looks for what people should know.
    public static Inspection inspect(Path file) {
        return inspect(file, true);
    }

    /// Reads only the header; the hash is empty, and so are the notes.
    public static Inspection inspectHeader(Path file) {
        return inspect(file, false);
    }

    private static Inspection inspect(Path file, boolean wholly) {
        if (!Files.isRegularFile(file)) {
            return new Inspection.Unusable(Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? file + " is no file that can be read."
                    : "There is no picture at " + file + ".");
        }
        try {
            if (Files.size(file) == 0) {
                return new Inspection.Unusable(file + " is empty.");
            }
            var header = ImageHeader.read(file);
            if (header == null) {
                return new Inspection.Unusable(file + " is not a picture that can be read.");
            }
            if (header.widthPx() < 1 || header.heightPx() < 1) {
                return new Inspection.Unusable(file + " has no pixels.");
            }
            if (header.pixels() > MOST_PIXELS) {
                return new Inspection.Unusable(
                        "%s has %d × %d pixels, more than the %d million that are read. Save it smaller."
                                .formatted(file, header.widthPx(), header.heightPx(), MOST_PIXELS / 1_000_000));
            }
            return wholly
                    ? look(file, header)
                    : new Inspection.Usable(header.widthPx(), header.heightPx(), "", List.of());
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Decoders answer damaged files with anything.
            return damaged(file, e);
        }
    }

    private static Inspection look(Path file, ImageHeader header) throws IOException {
        var marks = ImageMarks.of(file, header.format());
        if (marks.cut()) {
            try {
                SmallImage.read(file);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                return new Inspection.Unusable(file + " is cut short and cannot be shown. Copy it again.");
            }
        }
        return new Inspection.Usable(header.widthPx(), header.heightPx(), ContentHash.of(file), marks.notes(file));
    }

    private static Inspection damaged(Path file, Throwable e) {
        if (e instanceof FileSystemException system) {
            return new Inspection.Unusable(file + " cannot be read: " + FileTrouble.reason(system) + ".");
        }
        // What the decoders say is for those who write decoders.
        return new Inspection.Unusable(file + " is damaged, or no picture of the kind that it begins as. Save or"
                + " download it again.");
    }
}
