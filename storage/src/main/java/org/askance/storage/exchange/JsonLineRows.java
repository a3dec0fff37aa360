package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// A file of one JSON object a line. Its columns are the names that the first objects have; a name within an object
/// within is written with a dot: `meta.id`.
final class JsonLineRows implements Table {

    private static final int LOOKED_AT = 200;

    private final Path file;
    private final @Nullable Charset chosen;

    JsonLineRows(Path file, @Nullable Charset chosen) {
        this.file = file;
        this.chosen = chosen;
    }

    @Override
    public Charset encoding() throws IOException {
        return chosen == null ? Encodings.detect(file) : chosen;
    }

    @Override
    public List<String> header() throws IOException {
        var names = new LinkedHashSet<String>();
        try (var text = SourceText.open(file, chosen)) {
            var lines = new Lines(text, Json.LONGEST_ROW);
            for (var line = lines.next(); line != null && lines.number() <= LOOKED_AT; line = lines.next()) {
                try {
                    Json.MAPPER.readTree(line).properties().forEach(field -> {
                        if (field.getValue().isObject()) {
                            field.getValue().fieldNames().forEachRemaining(
                                    inner -> names.add(field.getKey() + "." + inner));
                        } else {
                            names.add(field.getKey());
                        }
                    });
                } catch (JsonProcessingException _) {
                    // Its own row will say so.
                }
            }
        }
        if (names.isEmpty()) {
            throw new ToldException(OfReading.NO_JSON_LINES.with(file));
        }
        return new ArrayList<>(names);
    }

    /// Takes one object and its line.
    @FunctionalInterface
    interface Item {
        void take(JsonNode node, long line) throws IOException;
    }

    /// Gives every line's object.
    void items(FilesProgress progress, Item item) throws IOException {
        try (var text = SourceText.open(file, chosen)) {
            var lines = new Lines(text, Json.LONGEST_ROW);
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (lines.isCut()) {
                    problem(progress, lines.number(), OfReading.LONG_LINE.with(Json.LONGEST_ROW));
                } else if (!line.isBlank()) {
                    item(line, lines.number(), progress, item);
                }
                progress.at(text);
            }
            progress.done(text);
        }
    }

    private void item(String line, long number, FilesProgress progress, Item item) throws IOException {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            problem(progress, number, OfReading.JSON_LINE.with(JsonFault.inLine(e)));
            return;
        }
        if (node.isObject()) {
            item.take(node, number);
        } else {
            problem(progress, number, OfReading.EXPECTED_OBJECT.with());
        }
    }

    private void problem(FilesProgress progress, long line, Told reason) {
        progress.sink().problem(new RowProblem(file, line, reason));
    }

    @Override
    public void read(FilesProgress progress, Row row) throws IOException {
        items(progress, (node, line) -> row.take(cells(node), line));
    }

    private static Cells cells(JsonNode node) {
        return new Cells() {
            @Override
            public @Nullable String text(String column) {
                var whole = node.get(column);
                int dot = column.indexOf('.');
                return Json.text(whole == null && dot > 0
                        ? node.path(column.substring(0, dot)).get(column.substring(dot + 1))
                        : whole);
            }

            @Override
            public @Nullable OwnDetails own(long line, RowMaker rows) {
                return OwnDetails.areIn(node) ? new OwnDetails(node, line, rows) : null;
            }
        };
    }
}
