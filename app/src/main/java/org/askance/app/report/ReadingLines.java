package org.askance.app.report;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.Reading;
import org.jspecify.annotations.Nullable;

/// How a source is read, in words: before an import and in its report, in the window and in a terminal.
public record ReadingLines(Reading reading, List<TaskDefinition> tasks, Strings strings) {

    private static final int MOST_NAMES = 8;

    public ReadingLines {
        tasks = List.copyOf(tasks);
    }

    /// Which files of a folder are read and which are not; empty if a person named the one file.
    public List<String> folder() {
        var lines = new ArrayList<String>();
        if (reading.files().size() > 1) {
            lines.add(strings.get("import.read.together", reading.files().size(), names(reading.files())));
        }
        if (!reading.others().isEmpty()) {
            lines.add(strings.get(reading.files().size() > 1 ? "import.read.others" : "import.read.one",
                    names(reading.files()), reading.others().size(), names(reading.others())));
        }
        if (!reading.refused().isEmpty()) {
            lines.add(strings.get("import.read.refused", reading.refused().size(), names(reading.refused())));
        }
        return lines;
    }

    /// As the folder names them, where it holds them below.
    private String names(List<Path> files) {
        var shown = files.stream().limit(MOST_NAMES)
                .map(file -> file.startsWith(reading.chosen()) && !file.equals(reading.chosen())
                        ? reading.chosen().relativize(file).toString()
                        : String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return files.size() > MOST_NAMES ? shown + strings.get("import.read.more", files.size() - MOST_NAMES) : shown;
    }

    /// The encoding, and what is taken from which column.
    public List<String> content() {
        var lines = new ArrayList<String>();
        if (!reading.encodings().isEmpty()) {
            var all = reading.encodings().stream().map(Charset::displayName).collect(Collectors.joining(", "));
            lines.add(strings.get(reading.guess().format().hasTextFiles()
                    ? "import.read.encoding.texts"
                    : reading.encodings().size() > 1 ? "import.read.encodings" : "import.read.encoding", all));
        }
        var mapping = reading.mapping();
        if (mapping == null) {
            lines.add(strings.get("import.fixed." + reading.guess().format().key()));
        } else {
            columns(mapping, lines);
        }
        return lines;
    }

    private void columns(ColumnMapping mapping, List<String> lines) {
        var meanings = Stream.of(new Meaning("id", mapping.id()), new Meaning("text", mapping.text()),
                new Meaning("knowledge", mapping.knowledge()), new Meaning("image", mapping.image()),
                new Meaning("split", mapping.split()));
        var named = new TreeMap<>(mapping.tasks());
        var columns = Stream.concat(meanings.filter(each -> each.column != null)
                .map(each -> strings.get("import.meaning." + each.name) + " = " + each.column),
                named.entrySet().stream().map(task -> strings.getOr("task." + task.getKey(), task.getKey()) + " = "
                        + task.getValue()));
        lines.add(strings.get("import.read.columns", columns.collect(Collectors.joining(", "))));
        if (mapping.id() == null) {
            lines.add(strings.get("import.numbered." + reading.guess().format().counted().word()));
        }
        var none = Stream.concat(
                Stream.of(new Meaning("image", mapping.image()), new Meaning("split", mapping.split()))
                        .filter(each -> each.column == null).map(each -> strings.get("import.meaning." + each.name)),
                tasks.stream().map(TaskDefinition::name).filter(task -> !named.containsKey(task))
                        .map(task -> strings.getOr("task." + task, task)))
                .collect(Collectors.joining(", "));
        if (!none.isEmpty()) {
            lines.add(strings.get("import.read.without", none));
        }
        if (!reading.unused().isEmpty()) {
            lines.add(strings.get("import.read.unused", reading.unused().size(),
                    reading.unused().stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                            + (reading.unused().size() > MOST_NAMES
                                    ? strings.get("import.read.more", reading.unused().size() - MOST_NAMES)
                                    : "")));
        }
    }

    /// What may be read, and from which column.
    private record Meaning(String name, @Nullable String column) {}
}
