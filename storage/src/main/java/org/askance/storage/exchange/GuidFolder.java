package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// A folder of `train.txt` and `test_without_label.txt` with the header `guid,tag`, and `data/GUID.txt`
/// beside `data/GUID.jpg`. Tags are sentiments, or `null`. The texts are in mixed encodings.
public final class GuidFolder implements ExampleSource {

    private static final String TRAIN = "train.txt";
    private static final String TEST = "test_without_label.txt";
    private static final List<String> PICTURES = List.of(".jpg", ".jpeg", ".png", ".webp", ".gif");

    private final Path folder;
    private final LabelMatcher labels;

    public GuidFolder(Path folder, List<TaskDefinition> tasks) {
        this.folder = folder;
        this.labels = new LabelMatcher(tasks);
    }

    /// Whether `folder` looks like one.
    public static boolean matches(Path folder) {
        return Files.isDirectory(folder.resolve("data"))
                && Stream.of(TRAIN, TEST).anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    @Override
    public String format() {
        return "guid folder";
    }

    @Override
    public void read(Sink sink) throws IOException {
        var other = encoding();
        read(folder.resolve(TRAIN), Split.TRAIN, other, sink);
        read(folder.resolve(TEST), Split.TEST, other, sink);
    }

    /// Of the texts that are not UTF-8.
    private Charset encoding() throws IOException {
        try (var files = Files.list(folder.resolve("data"))) {
            return TextDecoding.detect(files.filter(file -> file.toString().endsWith(".txt")).sorted().map(file -> {
                try {
                    return Files.readAllBytes(file);
                } catch (IOException _) {
                    // Its own row will say so.
                    return new byte[0];
                }
            }));
        }
    }

    private void read(Path file, Split split, Charset other, Sink sink) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var lines = TextDecoding.decode(Files.readAllBytes(file)).text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !(i == 0 && line.startsWith("guid"))) {
                row(file, i + 1, line, split, other, sink);
            }
        }
    }

    private void row(Path file, int line, String row, Split split, Charset other, Sink sink) {
        String[] cells = row.split(",", -1);
        String guid = cells[0].strip();
        if (cells.length != 2 || !guid.matches("[A-Za-z0-9_-]{1,100}")) {
            sink.problem(new RowProblem(file, line, "expected 'guid,tag', found '" + row + "'"));
            return;
        }
        var text = folder.resolve("data").resolve(guid + ".txt");
        try {
            if (!Files.isRegularFile(text)) {
                sink.problem(new RowProblem(file, line, "there is no text at " + text));
                return;
            }
            Map<String, String> label = switch (labels.match(TaskDefinition.SENTIMENT.name(), cells[1])) {
                case LabelMatcher.Match.Label(String name) -> Map.of(TaskDefinition.SENTIMENT.name(), name);
                case LabelMatcher.Match.None() -> Map.of();
                case LabelMatcher.Match.Unknown(String reason) -> {
                    sink.problem(new RowProblem(file, line, reason));
                    yield Map.of();
                }
            };
            sink.example(new NewExample(guid, TextDecoding.decode(Files.readAllBytes(text), other).text().strip(),
                    picture(guid), split, label));
        } catch (IOException e) {
            sink.problem(new RowProblem(file, line, text + " cannot be read: " + e.getMessage()));
        }
    }

    private Path picture(String guid) {
        var data = folder.resolve("data");
        return PICTURES.stream().map(ending -> data.resolve(guid + ending)).filter(Files::exists).findFirst()
                .orElse(data.resolve(guid + PICTURES.getFirst()));
    }
}
