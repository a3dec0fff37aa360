package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// Reads the beginnings of sources.
final class Previews {

    /// So many rows are looked at to estimate how many there are.
    private static final int LOOKED_AT = 2_000;

    private Previews() {}

    /// Enough has been read.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Beginning implements ExampleSource.Sink {
        private final List<SourceRow> examples = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private int rows;
        private int dropped;
        private long bytes;
        private long total;

        @Override
        public void row(SourceRow row) {
            // A picture within the source would fill the memory.
            examples.add(new SourceRow(row.file(), row.line(), row.example()));
            count();
        }

        @Override
        public void problem(RowProblem problem) {
            problems.add(problem);
            count();
        }

        @Override
        public void dropped(ExampleSource.Drop reason) {
            dropped++;
            count();
        }

        private void count() {
            if (++rows >= LOOKED_AT) {
                throw new Enough();
            }
        }

        @Override
        public void position(long now, long of) {
            bytes = now;
            total = of;
        }

        /// Where pictures lie, by the row's line in `file`.
        Map<Long, Path> images(Path file) {
            var images = new HashMap<Long, Path>();
            for (var row : examples) {
                var image = row.example().image();
                if (image != null && row.file().equals(file)) {
                    images.put(row.line(), image);
                }
            }
            return images;
        }

        long estimate(boolean whole) {
            return whole ? examples.size() : bytes == 0 ? -1 : Math.round(examples.size() * (total / (double) bytes));
        }
    }

    static Preview of(Sources.Guess guess, List<TaskDefinition> tasks, SourceOptions options, int count)
            throws IOException {
        var parts = Sources.isTable(guess.format()) ? TableFiles.parts(guess, options) : List.<MappedTable.Part>of();
        var mapping = parts.isEmpty()
                ? null
                : options.mapping() == null ? TableFiles.guess(parts, tasks) : options.mapping();
        var beginning = new Beginning();
        boolean whole = true;
        try {
            Sources.open(guess, tasks, options.withMapping(mapping)).read(beginning);
        } catch (Enough _) {
            whole = false;
        }
        var encoding = encoding(guess, parts, options);
        long rows = beginning.estimate(whole);
        if (parts.isEmpty() || mapping == null) {
            boolean read = beginning.examples.stream().anyMatch(row -> row.example().knowledge() != null);
            return new Preview(
                    read
                            ? List.of("id", "text", "ocr_text", "image", "split", "labels")
                            : List.of("id", "text", "image", "split", "labels"),
                    beginning.examples.stream().limit(count).map(row -> row(row, read)).toList(), encoding, null, rows,
                    whole, beginning.dropped, beginning.problems);
        }
        var header = TableFiles.header(parts);
        var shown = new ArrayList<Preview.Row>();
        for (var part : parts) {
            try {
                shown.addAll(rows(part, header, count - shown.size(), beginning.images(part.file())));
            } catch (UnreadableFile e) {
                // One of several is among the problems.
                if (parts.size() == 1) {
                    throw e;
                }
            }
        }
        return new Preview(header, shown, encoding, mapping, rows, whole, beginning.dropped, beginning.problems);
    }

    private static @Nullable Charset encoding(Sources.Guess guess, List<MappedTable.Part> parts,
            SourceOptions options) throws IOException {
        if (options.encoding() != null || !guess.format().isEncoded()) {
            return options.encoding();
        }
        if (!parts.isEmpty()) {
            return parts.getFirst().table().encoding();
        }
        return switch (guess.format()) {
            case GUID_FOLDER, MVSA, CLFA_SENTIMENT -> texts(guess.path());
            case MMSD_TEXT, CLFA_ROWS, MMSD2_JSON, LABEL_STUDIO, DOCCANO, PRODIGY, TABLE, JSON_LINES, PARQUET,
                    IMAGE_FOLDER ->
                Encodings.detect(Sources.files(guess).getFirst());
        };
    }

    /// Of the texts beside a table that are not UTF-8.
    static @Nullable Charset texts(Path path) throws IOException {
        var data = Files.isDirectory(path) ? path.resolve("data") : ImageFolders.near(path);
        return Files.isDirectory(data) ? new DataFolder(data, null).encoding() : null;
    }

    /// @param read whether the text read in the picture is shown
    private static Preview.Row row(SourceRow row, boolean read) {
        var example = row.example();
        var cells = new ArrayList<>(List.of(example.key(), example.text()));
        if (read) {
            cells.add(example.knowledge() == null ? "" : example.knowledge());
        }
        cells.addAll(List.of(image(row.file(), example.image()), example.split().key(),
                new TreeMap<>(example.labels()).entrySet().stream().map(Map.Entry::getValue)
                        .collect(Collectors.joining(", "))));
        return new Preview.Row(row.file(), row.line(), cells, example.image());
    }

    /// As it would be written in `file`.
    private static String image(Path file, @Nullable Path image) {
        var folder = file.toAbsolutePath().normalize().getParent();
        return image == null
                ? ""
                : folder != null && image.startsWith(folder) ? folder.relativize(image).toString() : image.toString();
    }

    /// The first rows of a table as they stand.
    ///
    /// @param images by line
    static List<Preview.Row> rows(MappedTable.Part part, List<String> columns, int count, Map<Long, Path> images)
            throws IOException {
        var rows = new ArrayList<Preview.Row>();
        if (count == 0) {
            return rows;
        }
        var nowhere = new Beginning();
        try {
            part.table().read(new FilesProgress(nowhere, List.of(part.file())), (cells, line) -> {
                var texts = columns.stream().map(column -> {
                    var text = cells.text(column);
                    return text == null ? "" : CleanText.of(text);
                }).toList();
                rows.add(new Preview.Row(part.file(), line, texts, images.get(line)));
                if (rows.size() >= count) {
                    throw new Enough();
                }
            });
        } catch (Enough _) {
            // So many were wanted.
        }
        return rows;
    }
}
