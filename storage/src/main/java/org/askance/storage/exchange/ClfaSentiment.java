package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;

/// The CLFA repository's sentiment rows: `id<TAB>label`, 0 positive, 1 negative, 2 neutral; the texts and images
/// are MVSA's `data/ID.txt` and `data/ID.jpg` beside the file.
public final class ClfaSentiment implements ExampleSource {

    private static final int LONGEST_LINE = 10_000;
    private static final List<String> LABELS = List.of("positive", "negative", "neutral");

    private final Path file;
    private final LabelMatcher labels;
    private final SourceOptions options;

    ClfaSentiment(Path file, List<TaskDefinition> tasks, SourceOptions options) {
        this.file = file;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return Format.CLFA_SENTIMENT;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var data = new DataFolder(ImageFolders.near(file), options.encoding());
        var rows = new RowMaker(file, labels, data.paths(), sink);
        var split = SplitNames.of(file);
        try (var text = SourceText.open(file, null)) {
            var progress = new FilesProgress(sink, List.of(file));
            var lines = new Lines(text, LONGEST_LINE);
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    row(line, lines.number(), split, data, rows);
                }
                progress.at(text);
            }
            progress.done(text);
        }
    }

    private static void row(String row, long line, Split split, DataFolder data, RowMaker rows) {
        String[] cells = row.split("\t", -1);
        String id = cells[0].strip();
        if (cells.length != 2 || !id.matches("[A-Za-z0-9_-]{1,100}") || !cells[1].strip().matches("[012]")) {
            rows.problem(line, OfReading.EXPECTED_ID_NUMBER.with());
            return;
        }
        try {
            String label = LABELS.get(Integer.parseInt(cells[1].strip()));
            rows.row(line, id, data.text(id), null, rows.imageOf(line, id), split,
                    rows.labelled(line, TaskDefinition.SENTIMENT.name(), label));
        } catch (IOException e) {
            rows.problem(line, ToldException.of(e));
        }
    }
}
