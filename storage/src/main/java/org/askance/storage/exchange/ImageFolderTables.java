package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.askance.storage.dataset.Split;

/// A Hugging Face imagefolder: `metadata.jsonl` or `metadata.csv` beside the images, in the folder itself or in one
/// folder for each split.
final class ImageFolderTables {

    private static final List<String> NAMES = List.of("metadata.jsonl", "metadata.csv");

    private ImageFolderTables() {}

    /// The tables of `folder`; none if it is no imagefolder.
    static List<Path> find(Path folder) throws IOException {
        var tables = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return tables;
        }
        try (var places = Files.list(folder)) {
            var folders = Stream.concat(Stream.of(folder),
                    places.filter(place -> Files.isDirectory(place, java.nio.file.LinkOption.NOFOLLOW_LINKS)).sorted());
            folders.forEach(place -> NAMES.stream().map(place::resolve).filter(PlainFiles::isOwn).limit(1)
                    .forEach(tables::add));
        }
        return tables;
    }

    static List<MappedTable.Part> parts(Path folder, SourceOptions options) throws IOException {
        var parts = new ArrayList<MappedTable.Part>();
        for (var file : find(folder)) {
            Table table = file.toString().endsWith(".csv")
                    ? new CsvRows(file, options.encoding())
                    : new JsonLineRows(file, options.encoding());
            var place = file.toAbsolutePath().normalize().getParent();
            parts.add(new MappedTable.Part(file, table, place == null ? Split.NONE : SplitNames.of(place)));
        }
        return parts;
    }
}
