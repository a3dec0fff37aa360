package org.askance.storage.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Decodes pictures at a small size, so that memory does not grow with theirs.
final class SmallImage {

    private static final int LONGEST_SIDE_PX = 256;

    private SmallImage() {}

    /// The first frame with every n-th pixel of every n-th row, its longer side about 256 px.
    ///
    /// @throws IOException if it cannot be decoded; decoders may throw anything else too
    static BufferedImage read(Path file) throws IOException {
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException(file + " is not a picture that can be read.");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > ImageFiles.MOST_PIXELS) {
                    throw new IOException(file + " has too many pixels.");
                }
                var param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE_PX);
                param.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }
}
