package org.askance.model.input;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.askance.model.told.Told;

/// Decodes many pictures at once, each straight to the sizes that the networks see.
public final class Pictures {

    private Pictures() {}

    /// A picture at the asked shapes, or why it cannot be read.
    public sealed interface Picture {
        record Ready(List<RgbImage> fitted) implements Picture {}

        /// @param told a sentence that names the file
        record Unreadable(Told told) implements Picture {}
    }

    /// Decodes `files` on all cores and returns when all are done, in their order.
    ///
    /// @param shapes each picture is fitted to each; they agree on what becomes of the camera's rotation
    public static List<Picture> read(List<Path> files, List<ImageShape> shapes) {
        return read(files, shapes, () -> false);
    }

    /// The same, until it is no longer wanted.
    ///
    /// @param cancelled looked at before each picture, on several threads
    /// @throws CancellationException if cancelled
    public static List<Picture> read(List<Path> files, List<ImageShape> shapes, BooleanSupplier cancelled) {
        var exif = shapes.getFirst().exif();
        if (shapes.stream().anyMatch(shape -> shape.exif() != exif)) {
            throw new IllegalArgumentException("shapes differ in what they make of EXIF");
        }
        return IntStream.range(0, files.size()).parallel().mapToObj(i -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            return read(files.get(i), exif, shapes);
        }).toList();
    }

    private static Picture read(Path file, Exif exif, List<ImageShape> shapes) {
        try {
            var image = ImageReader.read(file, exif == Exif.UPRIGHT);
            return new Picture.Ready(shapes.stream().map(shape -> shape.fit(image)).toList());
        } catch (UnreadableImageException e) {
            return new Picture.Unreadable(e.told());
        }
    }
}
