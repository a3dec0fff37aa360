package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Files of one Python list a line: MMSD's `['id', 'text', label]`, or with two labels of which the last is a
/// human's, and the CLFA repository's `['id', 'text', 'ocr text', label]`. A file or a folder of them.
public final class PythonRows implements ExampleSource {

    private static final int LONGEST_LINE = 1 << 20;
    private static final List<List<String>> NAMES = List.of(List.of("train.txt"),
            List.of("valid2.txt", "valid.txt", "dev.txt", "val.txt"), List.of("test2.txt", "test.txt"));

    private final Format format;
    private final Path path;
    private final LabelMatcher labels;
    private final SourceOptions options;

    PythonRows(Format format, Path path, List<TaskDefinition> tasks, SourceOptions options) {
        this.format = format;
        this.path = path;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    /// The files of a folder, one for each split; those with a human's label go before the others.
    static List<Path> files(Path folder) {
        return NAMES.stream()
                .flatMap(names -> names.stream().map(folder::resolve).filter(PlainFiles::isOwn).limit(1))
                .toList();
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var files = Files.isDirectory(path) ? files(path) : List.of(path);
        if (files.isEmpty()) {
            throw new ToldException(OfReading.NO_MMSD.with(path));
        }
        var progress = new FilesProgress(sink, files);
        for (var file : files) {
            read(file, progress);
        }
    }

    private void read(Path file, FilesProgress progress) throws IOException {
        var split = SplitNames.of(file);
        var rows = new RowMaker(file, labels, new ImagePaths(options.imagesNear(file), false), progress.sink());
        try (var text = SourceText.open(file, options.encoding())) {
            var lines = new Lines(text, LONGEST_LINE);
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (lines.isCut()) {
                    rows.problem(lines.number(), OfReading.LONG_LINE.with(LONGEST_LINE));
                } else if (!line.isBlank()) {
                    row(line, lines.number(), split, rows);
                }
                progress.at(text);
            }
            progress.done(text);
        }
    }

    private void row(String line, long number, Split split, RowMaker rows) {
        try {
            var items = PythonLiteral.list(line);
            if (items.size() < 3 || items.size() > 4 || !(items.get(1) instanceof String text)) {
                rows.problem(number, OfReading.EXPECTED_ITEMS.with(items.size()));
            } else if (options.dropLeaks() && LeakingWords.in(text)) {
                rows.sink().dropped(Drop.LEAKING_WORD);
            } else {
                String id = String.valueOf(items.getFirst());
                String knowledge = items.size() == 4 ? knowledge(items.get(2)) : null;
                rows.row(number, id, text, knowledge, rows.imageOf(number, id), split,
                        rows.labelled(number, TaskDefinition.SARCASM.name(), String.valueOf(items.getLast())));
            }
        } catch (PythonLiteral.Malformed e) {
            rows.problem(number, OfReading.NO_PYTHON_LIST.with(e.told()));
        }
    }

    private static @Nullable String knowledge(Object item) {
        return item instanceof String text && !text.equals("null") ? text : null;
    }
}
