package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;

/// MVSA-Single and -Multiple: `labelResultAll.txt`, a tab-separated table of ids with `text,image` labels of one or
/// three annotators, and `data/ID.txt` beside `data/ID.jpg`. Labels are merged by [MvsaMerge].
public final class MvsaFolder implements ExampleSource {

    static final String NAME = "labelResultAll.txt";

    private static final int LONGEST_LINE = 10_000;
    private static final Set<String> LABELS = Set.of("positive", "negative", "neutral");

    private final Path path;
    private final LabelMatcher labels;
    private final SourceOptions options;

    /// @param path the folder, or the table
    MvsaFolder(Path path, List<TaskDefinition> tasks, SourceOptions options) {
        this.path = path;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return Format.MVSA;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var file = Files.isDirectory(path) ? PlainFiles.own(path.resolve(NAME)) : path;
        var data = new DataFolder(file.toAbsolutePath().resolveSibling("data"), options.encoding());
        var rows = new RowMaker(file, labels, data.paths(), sink);
        try (var text = SourceText.open(file, null)) {
            var progress = new FilesProgress(sink, List.of(file));
            var lines = new Lines(text, LONGEST_LINE);
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank() && !line.startsWith("ID")) {
                    row(line, lines.number(), data, rows);
                }
                progress.at(text);
            }
            progress.done(text);
        }
    }

    private static void row(String row, long line, DataFolder data, RowMaker rows) {
        String[] cells = row.split("\t", -1);
        var texts = new ArrayList<String>();
        var images = new ArrayList<String>();
        for (int i = 1; i < cells.length; i++) {
            String[] halves = cells[i].strip().toLowerCase(Locale.ROOT).split(",", -1);
            if (halves.length == 2 && LABELS.contains(halves[0].strip()) && LABELS.contains(halves[1].strip())) {
                texts.add(halves[0].strip());
                images.add(halves[1].strip());
            } else if (!cells[i].isBlank()) {
                rows.problem(line, OfReading.EXPECTED_LABELS.with(
                        cells[i].substring(0, Math.min(100, cells[i].length()))));
                return;
            }
        }
        String id = cells[0].strip();
        if (texts.isEmpty() || !id.matches("[A-Za-z0-9_-]{1,100}")) {
            rows.problem(line, OfReading.EXPECTED_ID_LABELS.with());
            return;
        }
        switch (MvsaMerge.of(texts, images)) {
            case MvsaMerge.Merged.Dropped(Drop reason) -> rows.sink().dropped(reason);
            case MvsaMerge.Merged.Label(String label) -> {
                try {
                    String text = data.text(id);
                    rows.row(line, id, text, null, rows.imageOf(line, id), Split.NONE,
                            rows.labelled(line, TaskDefinition.SENTIMENT.name(), label));
                } catch (IOException e) {
                    rows.problem(line, ToldException.of(e));
                }
            }
        }
    }
}
