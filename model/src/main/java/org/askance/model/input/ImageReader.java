package org.askance.model.input;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.askance.model.told.OfPicture;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Decodes JPEG (CMYK too), PNG, GIF (first frame), BMP and WebP into RGB. The header is read first, so
/// that a picture of too many pixels is refused before it takes memory.
public final class ImageReader {

    /// 64 megapixels: 192 MB decoded, more than any phone's photo.
    public static final long MOST_PIXELS = 64_000_000;

    static {
        // Without it ImageIO writes a temporary file for every stream it opens.
        ImageIO.setUseCache(false);
    }

    private ImageReader() {}

    /// Decodes `file`; transparency is dropped and camera rotation (EXIF) is applied.
    ///
    /// @throws UnreadableImageException if it is missing, damaged, too large, or no picture
    public static RgbImage read(Path file) throws UnreadableImageException {
        return read(file, true);
    }

    /// As [#read(Path)]; with `upright` false the camera's rotation is ignored, as Pillow does by default.
    public static RgbImage read(Path file, boolean upright) throws UnreadableImageException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImageException(OfPicture.NONE_THERE.with(file));
        }
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            var image = stream == null ? null : decode(file, stream);
            if (image == null) {
                throw new UnreadableImageException(OfPicture.NO_PICTURE.with(file));
            }
            var rgb = Pixels.rgb(image);
            return upright ? Orientation.of(file).apply(rgb) : rgb;
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with any unchecked exception.
            throw new UnreadableImageException(OfPicture.DAMAGED.with(file, Told.plain(e.getMessage())), e);
        }
    }

    /// Whether the camera was not held upright, so that the pixels of `file` are turned or mirrored.
    public static boolean isTurned(Path file) throws IOException {
        return Orientation.of(file).tag() != 1;
    }

    private static @Nullable BufferedImage decode(Path file, ImageInputStream stream)
            throws IOException, UnreadableImageException {
        var readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            return null;
        }
        var reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new UnreadableImageException(
                        OfPicture.TOO_MANY_PIXELS.with(file, width, height, MOST_PIXELS / 1_000_000));
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
