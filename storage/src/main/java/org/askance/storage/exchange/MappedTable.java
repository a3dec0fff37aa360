package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Tables of one kind whose columns are mapped to what a pair is made of. Without a column for the split, a file's
/// name tells it; without one for the id, a row is called by its line.
final class MappedTable implements ExampleSource {

    private final Format format;
    private final List<Part> parts;
    private final ColumnMapping mapping;
    private final LabelMatcher labels;
    private final SourceOptions options;

    /// One file of a table.
    ///
    /// @param split where no column says otherwise
    record Part(Path file, Table table, Split split) {}

    /// @param options whether images may lie anywhere, and what their paths start at
    MappedTable(Format format, List<Part> parts, ColumnMapping mapping, List<TaskDefinition> tasks,
            SourceOptions options) {
        this.format = format;
        this.parts = List.copyOf(parts);
        this.mapping = mapping;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var progress = new FilesProgress(sink, parts.stream().map(Part::file).toList());
        int leftOut = 0;
        for (var part : parts) {
            try {
                read(part, progress);
            } catch (UnreadableFile e) {
                if (++leftOut == parts.size()) {
                    throw e;
                }
                sink.leftOut(e.problem());
                progress.done(Files.size(part.file));
            }
        }
    }

    private void read(Part part, FilesProgress progress) throws IOException {
        needColumns(part);
        var sink = progress.sink();
        var rows = new RowMaker(part.file, labels,
                new ImagePaths(options.imagesBeside(part.file),
                        options.absolute() && format != Format.IMAGE_FOLDER),
                sink);
        var gone = new ImagePaths(options.imagesBeside(part.file), options.absolute());
        var unused = unusedLabels(part);
        var foreign = new ForeignColumns(format, part.table.header());
        part.table.read(progress, (cells, line) -> {
            foreign.look(cells, line, rows);
            if (unused != null && cells.own(line, rows) == null) {
                tellUnused(unused, cells.text(unused), line, rows);
            }
            row(part, cells, line, rows, gone);
        });
    }

    /// The column of labels that is left unread. Elsewhere people map the columns and see that it is.
    private @Nullable String unusedLabels(Part part) throws IOException {
        return format == Format.IMAGE_FOLDER && mapping.tasks().isEmpty()
                ? TableFiles.labelColumn(part.table.header()).orElse(null)
                : null;
    }

    private void tellUnused(String column, @Nullable String value, long line, RowMaker rows) {
        if (!labels.isNone(value)) {
            rows.problem(line, OfReading.LABEL_UNUSED.with(String.valueOf(value), column), OfReading.SPELL_ALL.with());
        }
    }

    private void needColumns(Part part) throws IOException {
        var header = Set.copyOf(part.table.header());
        var missing = Stream.concat(Stream.of(mapping.id(), mapping.text(), mapping.knowledge(), mapping.image(),
                mapping.split()), mapping.tasks().values().stream())
                .filter(column -> column != null && !header.contains(column)).map(String::valueOf).toList();
        // Objects need not all have the same names.
        if (!missing.isEmpty() && (format != Format.JSON_LINES || missing.contains(mapping.text()))) {
            throw new ToldException(OfReading.NO_COLUMN.with(part.file, String.join("', '", missing),
                    String.join(", ", part.table.header())));
        }
    }

    private void row(Part part, Table.Cells cells, long line, RowMaker rows, ImagePaths gone) {
        String text = cells.text(mapping.text());
        String id = text(cells, mapping.id());
        if (mapping.id() == null) {
            id = parts.size() == 1 ? rows.lineId(line) : part.file.getFileName() + ":" + rows.lineId(line);
        }
        var given = new HashMap<String, String>();
        var edits = new HashMap<String, String>();
        var own = cells.own(line, rows);
        if (own == null) {
            mapping.tasks().forEach((task, column) -> given.putAll(rows.labelled(line, task, cells.text(column))));
        } else {
            given.putAll(own.given());
            mapping.tasks().forEach((task, column) -> edits.putAll(edited(task, column, cells, own, line, rows)));
        }
        var split = text(cells, mapping.split());
        var embedded = mapping.image() == null ? null : cells.image(mapping.image());
        rows.row(line, id == null ? "" : id, text == null ? "" : text, text(cells, mapping.knowledge()),
                embedded == null ? image(cells, line, rows, own, gone) : null,
                split == null || split.isBlank() ? part.split : split(split, line, rows), given,
                own == null
                        ? new RowMaker.Said(List.of(), List.of(), List.of(), embedded)
                        : own.said().withEdits(edits));
    }

    /// Words that mean no label mean no split either.
    private Split split(String spelt, long line, RowMaker rows) {
        var split = Split.of(spelt);
        if (split == Split.NONE && !labels.isNone(spelt)) {
            rows.problem(line, OfReading.NO_SPLIT.with(ImagePaths.shown(spelt.strip())), OfReading.SPELL_SPLIT.with());
        }
        return split;
    }

    /// Our own rows say themselves who gave which label: another one was typed into the table by somebody.
    private static Map<String, String> edited(String task, String column, Table.Cells cells, OwnDetails own,
            long line, RowMaker rows) {
        String cell = cells.text(column);
        String counted = cells.text(task + "_answer");
        if (!column.equals(ExportScope.column(task)) || rows.labels().isNone(cell)
                || own.isWritten(task, cell, counted)) {
            return Map.of();
        }
        return rows.labelled(line, task, cell);
    }

    /// An image folder names its pictures inside itself; where one was gone already, our own rows say where it lay.
    private @Nullable Path image(Table.Cells cells, long line, RowMaker rows, @Nullable OwnDetails own,
            ImagePaths gone) {
        var named = text(cells, mapping.image());
        var lay = own == null || format != Format.IMAGE_FOLDER || (named != null && !named.isBlank())
                ? null
                : own.image();
        return lay == null || lay.isBlank()
                ? rows.image(line, named)
                : rows.image(line, gone.resolve(lay));
    }

    private static @Nullable String text(Table.Cells cells, @Nullable String column) {
        return column == null ? null : cells.text(column);
    }
}
