package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;

/// A folder of `train.txt` and `test_without_label.txt` with the header `guid,tag`, and `data/GUID.txt`
/// beside `data/GUID.jpg`. Tags are sentiments, or `null`. The texts are in mixed encodings.
public final class GuidFolder implements ExampleSource {

    private static final List<String> NAMES = List.of("train.txt", "test_without_label.txt");
    private static final int LONGEST_LINE = 10_000;

    private final Path folder;
    private final LabelMatcher labels;
    private final SourceOptions options;

    public GuidFolder(Path folder, List<TaskDefinition> tasks) {
        this(folder, tasks, SourceOptions.USUAL);
    }

    GuidFolder(Path folder, List<TaskDefinition> tasks, SourceOptions options) {
        this.folder = folder;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    static List<Path> files(Path folder) {
        return Files.isDirectory(folder.resolve("data"))
                ? NAMES.stream().map(folder::resolve).filter(PlainFiles::isOwn).toList()
                : List.of();
    }

    @Override
    public Format format() {
        return Format.GUID_FOLDER;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var files = files(folder);
        if (files.isEmpty()) {
            throw new ToldException(OfReading.NO_TRAIN_TXT.with(folder));
        }
        var data = new DataFolder(folder.resolve("data"), options.encoding());
        var progress = new FilesProgress(sink, files);
        for (var file : files) {
            var rows = new RowMaker(file, labels, data.paths(), sink);
            try (var text = SourceText.open(file, null)) {
                var lines = new Lines(text, LONGEST_LINE);
                for (var line = lines.next(); line != null; line = lines.next()) {
                    if (!line.isBlank() && !(lines.number() == 1 && line.startsWith("guid"))) {
                        row(line.strip(), lines.number(), SplitNames.of(file), data, rows);
                    }
                    progress.at(text);
                }
                progress.done(text);
            }
        }
    }

    private static void row(String row, long line, Split split, DataFolder data, RowMaker rows) {
        String[] cells = row.split(",", -1);
        String guid = cells[0].strip();
        if (cells.length != 2 || !guid.matches("[A-Za-z0-9_-]{1,100}")) {
            String shown = row.length() > 100 ? row.substring(0, 100) + "…" : row;
            rows.problem(line, OfReading.EXPECTED_GUID.with(shown));
            return;
        }
        try {
            String text = data.text(guid);
            rows.row(line, guid, text, null, rows.imageOf(line, guid), split,
                    rows.labelled(line, TaskDefinition.SENTIMENT.name(), cells[1]));
        } catch (IOException e) {
            rows.problem(line, ToldException.of(e));
        }
    }

    /// Whether `folder` looks like one.
    static boolean matches(Path folder) {
        return files(folder).stream().anyMatch(file -> Stream.of("guid,tag", "guid, tag")
                .anyMatch(header -> FormatGuess.firstLine(file).strip().startsWith(header)));
    }
}
