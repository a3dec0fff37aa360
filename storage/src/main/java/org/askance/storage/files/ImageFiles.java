package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.Told;

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
        record Usable(int widthPx, int heightPx, String hash, List<Told> notes) implements Inspection {}

        /// @param told a sentence that names the file
        record Unusable(Told told) implements Inspection {

            /// In English, as it is kept.
            public String reason() {
                return told.english();
            }
        }
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
            return new Inspection.Unusable((Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? OfFile.NO_FILE_TO_READ
                    : OfFile.NO_PICTURE_THERE).with(file));
        }
        try {
            if (Files.size(file) == 0) {
                return new Inspection.Unusable(OfFile.EMPTY.with(file));
            }
            var header = ImageHeader.read(file);
            if (header == null) {
                return new Inspection.Unusable(OfFile.NO_PICTURE.with(file));
            }
            if (header.widthPx() < 1 || header.heightPx() < 1) {
                return new Inspection.Unusable(OfFile.NO_PIXELS.with(file));
            }
            if (header.pixels() > MOST_PIXELS) {
                return new Inspection.Unusable(
                        OfFile.TOO_MANY_PIXELS.with(file, header.widthPx(), header.heightPx(),
                                MOST_PIXELS / 1_000_000));
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
                return new Inspection.Unusable(OfFile.CUT_SHORT.with(file));
            }
        }
        return new Inspection.Usable(header.widthPx(), header.heightPx(), ContentHash.of(file), marks.notes(file));
    }

    private static Inspection damaged(Path file, Throwable e) {
        if (e instanceof FileSystemException system) {
            return new Inspection.Unusable(OfFile.NOT_READ.with(file, FileTrouble.told(system)));
        }
        // What the decoders say is for those who write decoders.
        return new Inspection.Unusable(OfFile.DAMAGED.with(file));
    }
}
