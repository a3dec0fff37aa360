package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// What a picture says of itself before its pixels.
///
/// @param format `jpeg`, `png`, `gif`, `webp`, …, by its content, whatever its name says
record ImageHeader(String format, int widthPx, int heightPx) {

    long pixels() {
        return (long) widthPx * heightPx;
    }

    /// `null` if no decoder knows the file.
    static @Nullable ImageHeader read(Path file) throws IOException {
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return new ImageHeader(reader.getFormatName().toLowerCase(Locale.ROOT), reader.getWidth(0),
                        reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }
}
