package org.askance.storage.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// A CSV or TSV file with a header; which column means what is chosen. Comma, semicolon or tab separate,
/// whichever the header holds most of. Relative image paths start at the file's folder.
public final class CsvTable implements ExampleSource {

    private final Path file;
    private final ColumnMapping mapping;
    private final LabelMatcher labels;

    public CsvTable(Path file, ColumnMapping mapping, List<TaskDefinition> tasks) {
        this.file = file;
        this.mapping = mapping;
        this.labels = new LabelMatcher(tasks);
    }

    /// The header and the first rows, for the mapping step.
    ///
    /// @param rows cells in the header's order
    public record Preview(List<String> header, List<List<String>> rows, String encoding) {}

    /// @throws IOException if the file cannot be read or has no header; the message names it
    public static Preview preview(Path file, int rows) throws IOException {
        var decoded = TextDecoding.decode(Files.readAllBytes(file));
        try (var parser = parser(file, decoded.text())) {
            var header = parser.getHeaderNames();
            return new Preview(header, parser.stream().limit(rows)
                    .map(row -> header.stream().map(name -> row.isSet(name) ? row.get(name) : "").toList()).toList(),
                    decoded.charset().displayName());
        } catch (RuntimeException e) {
            throw new IOException(file + " is no table that can be read: " + e.getMessage(), e);
        }
    }

    private static CSVParser parser(Path file, String text) throws IOException {
        String first = text.lines().findFirst().orElse("");
        if (first.isBlank()) {
            throw new IOException(file + " is empty; a header line is needed.");
        }
        char delimiter = Stream.of(',', ';', '\t').max(
                java.util.Comparator.comparingLong(mark -> first.chars().filter(c -> c == mark).count())).orElse(',');
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get().parse(new StringReader(text));
    }

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public void read(Sink sink) throws IOException {
        var text = TextDecoding.decode(Files.readAllBytes(file)).text();
        try (var parser = parser(file, text)) {
            needColumns(parser.getHeaderNames());
            var rows = parser.iterator();
            while (true) {
                long line = parser.getCurrentLineNumber() + 1;
                try {
                    if (!rows.hasNext()) {
                        return;
                    }
                    row(rows.next(), line, sink);
                } catch (IllegalStateException | java.io.UncheckedIOException e) {
                    // The parser cannot find the next row's start after a broken quote.
                    sink.problem(new RowProblem(file, line, "the row is broken (" + e.getMessage()
                            + "); it and those after it are left out. Check the quotes"));
                    return;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no table that can be read: " + e.getMessage(), e);
        }
    }

    private void needColumns(List<String> header) throws IOException {
        var missing = new ArrayList<String>();
        Stream.concat(Stream.of(mapping.id(), mapping.text(), mapping.knowledge(), mapping.image(), mapping.split()),
                mapping.tasks().values().stream()).forEach(column -> {
                    if (column != null && !header.contains(column)) {
                        missing.add(column);
                    }
                });
        if (!missing.isEmpty()) {
            throw new IOException("%s has no column '%s'; its columns are %s. Choose another in the mapping."
                    .formatted(file, String.join("', '", missing), String.join(", ", header)));
        }
    }

    private void row(CSVRecord row, long line, Sink sink) {
        String text = cell(row, mapping.text());
        if (text == null || text.isBlank()) {
            sink.problem(new RowProblem(file, line, "the text is empty"));
            return;
        }
        String id = cell(row, mapping.id());
        if (mapping.id() != null && (id == null || id.isBlank())) {
            sink.problem(new RowProblem(file, line, "the id is empty"));
            return;
        }
        var given = new HashMap<String, String>();
        for (var task : mapping.tasks().entrySet()) {
            switch (labels.match(task.getKey(), cell(row, task.getValue()))) {
                case LabelMatcher.Match.Label(String name) -> given.put(task.getKey(), name);
                case LabelMatcher.Match.None() -> {
                }
                case LabelMatcher.Match.Unknown(String reason) -> sink.problem(new RowProblem(file, line, reason));
            }
        }
        String split = cell(row, mapping.split());
        sink.example(new NewExample(id == null ? Long.toString(line) : id.strip(), text,
                known(cell(row, mapping.knowledge())),
                image(cell(row, mapping.image()), line, sink), split == null ? Split.NONE : Split.of(split),
                Map.copyOf(given), null, null));
    }

    private static @Nullable String known(@Nullable String cell) {
        return cell == null || cell.isBlank() ? null : cell;
    }

    private @Nullable Path image(@Nullable String cell, long line, Sink sink) {
        if (cell == null || cell.isBlank()) {
            return null;
        }
        try {
            return file.toAbsolutePath().resolveSibling(cell.strip()).normalize();
        } catch (InvalidPathException _) {
            sink.problem(new RowProblem(file, line, "'" + cell + "' is no path; the pair is imported without it"));
            return null;
        }
    }

    private static @Nullable String cell(CSVRecord row, @Nullable String column) {
        return column == null || !row.isSet(column) ? null : row.get(column);
    }
}
