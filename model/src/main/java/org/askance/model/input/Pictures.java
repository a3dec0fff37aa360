package org.askance.model.input;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Decodes many pictures at once, each straight to the sizes that the networks see.
public final class Pictures {

    private Pictures() {}

    /// A picture at the asked shapes, or why it cannot be read.
    public sealed interface Picture {
        record Ready(List<RgbImage> fitted) implements Picture {}

        /// @param reason a sentence that names the file
        record Unreadable(String reason) implements Picture {}
    }

    /// Decodes `files` on all cores and returns when all are done, in their order.
    ///
    /// @param shapes each picture is fitted to each
    public static List<Picture> read(List<Path> files, List<ImageShape> shapes) {
        return IntStream.range(0, files.size()).parallel().mapToObj(i -> read(files.get(i), shapes)).toList();
    }

    private static Picture read(Path file, List<ImageShape> shapes) {
        try {
            var image = ImageReader.read(file);
            return new Picture.Ready(shapes.stream().map(shape -> shape.fit(image)).toList());
        } catch (UnreadableImageException e) {
            return new Picture.Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
