package org.askance.storage.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where datasets keep their images: in a folder beside the tables, or beside the folder of the tables.
final class ImageFolders {

    private static final List<String> NAMES = List.of("dataset_image", "image_data", "images", "data");

    private ImageFolders() {}

    /// The folder of images for `table`; where none is there, the first place that would do.
    static Path near(Path table) {
        var folder = table.toAbsolutePath().normalize().resolveSibling("");
        var parent = folder.getParent();
        return Stream.of(folder, parent == null ? folder : parent)
                .flatMap(place -> NAMES.stream().map(place::resolve)).filter(Files::isDirectory).findFirst()
                .orElse(folder.resolve(NAMES.getFirst()));
    }
}
