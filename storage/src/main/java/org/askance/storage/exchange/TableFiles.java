package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;

/// The files that make up one table.
final class TableFiles {

    private static final int DEEP = 2;
    private static final int LOOKED_AT = 50;
    private static final int PARTS_LOOKED_AT = 4;

    private TableFiles() {}

    /// Tables in a folder: all Parquet shards; else those named after a split, or the largest one.
    static List<Path> in(Path folder, Format format) throws IOException {
        String endings = switch (format) {
            case PARQUET -> "(?i).*\\.parquet";
            case JSON_LINES, DOCCANO, PRODIGY -> "(?i).*\\.(jsonl|ndjson)";
            case LABEL_STUDIO -> "(?i).*\\.json";
            case TABLE, MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT, MMSD2_JSON, MVSA, GUID_FOLDER, IMAGE_FOLDER ->
                "(?i).*\\.(csv|tsv)";
        };
        List<Path> files;
        try (var found = Files.walk(folder, format == Format.PARQUET ? DEEP : 1)) {
            files = found.filter(file -> file.toString().matches(endings) && PlainFiles.isOwn(file)).sorted()
                    .toList();
        }
        if (format == Format.PARQUET || files.size() < 2) {
            return files;
        }
        var split = files.stream().filter(file -> SplitNames.of(file) != Split.NONE).toList();
        if (!split.isEmpty()) {
            return split;
        }
        // Postcards' own folder holds planted.csv too: the table with texts is the larger one.
        Path largest = files.getFirst();
        for (var file : files) {
            largest = Files.size(file) > Files.size(largest) ? file : largest;
        }
        return List.of(largest);
    }

    static List<MappedTable.Part> parts(Sources.Guess guess, SourceOptions options) throws IOException {
        if (guess.format() == Format.IMAGE_FOLDER) {
            return ImageFolderTables.parts(guess.path(), options);
        }
        var parts = new ArrayList<MappedTable.Part>();
        var files = Files.isDirectory(guess.path()) ? in(guess.path(), guess.format()) : List.of(guess.path());
        for (var file : files) {
            parts.add(new MappedTable.Part(file, table(guess.format(), file, options), SplitNames.of(file)));
        }
        return parts;
    }

    private static Table table(Format format, Path file, SourceOptions options) {
        return switch (format) {
            case PARQUET -> new ParquetRows(file);
            case JSON_LINES -> new JsonLineRows(file, options.encoding());
            case TABLE, MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT, MMSD2_JSON, MVSA, GUID_FOLDER, IMAGE_FOLDER, LABEL_STUDIO,
                    DOCCANO, PRODIGY ->
                new CsvRows(file, options.encoding());
        };
    }

    /// The usual mapping of the table's columns; one called `label` is the task's whose labels it holds.
    static ColumnMapping guess(List<MappedTable.Part> parts, List<TaskDefinition> tasks) throws IOException {
        var header = header(parts);
        var mapping = ColumnMapping.guess(header, tasks.stream().map(TaskDefinition::name).toList());
        var label = labelColumn(header);
        if (label.isEmpty() || !mapping.tasks().isEmpty()) {
            return mapping;
        }
        var values = new ArrayList<String>();
        // From all over: the shards of one split may have no labels.
        int step = Math.max(1, parts.size() / PARTS_LOOKED_AT);
        for (int i = 0; i < parts.size(); i += step) {
            try {
                values.addAll(values(parts.get(i), label.get()));
            } catch (UnreadableFile e) {
                // Of one of several it is told when it is read.
                if (parts.size() == 1) {
                    throw e;
                }
            }
        }
        var matcher = new LabelMatcher(tasks);
        return tasks.stream().map(TaskDefinition::name)
                .filter(task -> !values.isEmpty() && values.stream()
                        .allMatch(value -> matcher.match(task, value) instanceof LabelMatcher.Match.Label))
                .findFirst().map(task -> mapping.withTask(task, label.get())).orElse(mapping);
    }

    /// The columns of the first file that can be read.
    static List<String> header(List<MappedTable.Part> parts) throws IOException {
        for (int i = 0; i < parts.size() - 1; i++) {
            try {
                return parts.get(i).table().header();
            } catch (UnreadableFile _) {
                // It is told when it is read.
            }
        }
        return parts.getLast().table().header();
    }

    /// A column of labels that does not say of which task.
    static Optional<String> labelColumn(List<String> header) {
        return header.stream().filter(name -> name.equalsIgnoreCase("label") || name.equalsIgnoreCase("labels"))
                .findFirst();
    }

    private static List<String> values(MappedTable.Part part, String column) throws IOException {
        return Previews.rows(part, List.of(column), LOOKED_AT, Map.of()).stream().map(row -> row.cells().getFirst())
                .filter(value -> !value.isBlank()).distinct().toList();
    }
}
