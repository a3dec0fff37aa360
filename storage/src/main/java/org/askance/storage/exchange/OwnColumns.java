package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// The columns in which our own tables say what JSON lines nest. FORMATS.md describes them.
final class OwnColumns {

    static final String ANSWERS = "answers";
    static final String ANSWERED_AT = "answered_at";
    static final String DECIDED = "decided";
    static final String COMMENTS = "comments";
    static final String EVENTS = "events";
    /// Columns that hold JSON, as JSON lines hold it under the same names.
    static final List<String> JSON = List.of(ANSWERS, ANSWERED_AT, DECIDED);

    private static final Set<String> OURS = Set.of("id", "text", "split", "imported_at", COMMENTS, ANSWERS,
            ANSWERED_AT, DECIDED);

    private OwnColumns() {}

    /// Whether a table with these columns was written by this program.
    static boolean areIn(List<String> header) {
        return Set.copyOf(header).containsAll(OURS);
    }

    /// What the cells of one row say, in the form of JSON lines; a cell that holds something else becomes a problem.
    static ObjectNode of(List<String> header, Table.Cells cells, long line, RowMaker rows) {
        var node = plain(header, cells);
        for (var column : JSON) {
            json(column, cells.text(column), node, line, rows);
        }
        return comments(cells, node, line, rows);
    }

    /// Adds the comments, which are JSON in every table.
    static ObjectNode comments(Table.Cells cells, ObjectNode node, long line, RowMaker rows) {
        json(COMMENTS, cells.text(COMMENTS), node, line, rows);
        return node;
    }

    /// What columns of one value each say: given labels, predictions and the flag.
    static ObjectNode plain(List<String> header, Table.Cells cells) {
        var node = Json.MAPPER.createObjectNode();
        var given = node.putObject("given");
        var predicted = node.putObject("predicted");
        node.putObject(ANSWERS);
        for (var column : header) {
            var task = column.endsWith("_given") ? column.substring(0, column.length() - "_given".length()) : null;
            // Else it is the column of a task that is called so.
            if (task != null && header.contains(task + "_predicted")) {
                given.put(task, cells.text(column));
                var label = cells.text(task + "_predicted");
                if (label != null && !label.isBlank()) {
                    predict(predicted.putObject(task).put("label", label), cells.text(task + "_confidence"));
                }
            }
        }
        node.put("checkpoint", blankAsNull(cells.text("checkpoint")));
        node.put("flagged", Boolean.parseBoolean(cells.text("flagged")));
        for (var column : List.of("flag_reason", "flagged_by", "flagged_at")) {
            node.put(column, cells.text(column));
        }
        return node;
    }

    private static void predict(ObjectNode prediction, @Nullable String confidence) {
        try {
            prediction.put("confidence", confidence == null ? Double.NaN : Double.parseDouble(confidence));
        } catch (NumberFormatException _) {
            // Then it counts as certain, as where none is told.
        }
    }

    static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static void json(String column, @Nullable String cell, ObjectNode into, long line, RowMaker rows) {
        if (cell == null || cell.isBlank()) {
            return;
        }
        Told wrong;
        try {
            var node = Json.MAPPER.readTree(cell);
            if (fits(column, node)) {
                into.set(column, node);
                return;
            }
            wrong = OfReading.OTHER_FORM.with();
        } catch (JsonProcessingException e) {
            wrong = OfReading.NO_JSON_IN_CELL.with(JsonFault.reason(e));
        }
        rows.problem(line, OfReading.CELL_NOT_OURS.with(column, wrong), OfReading.EXPORT_AGAIN.with());
    }

    private static boolean fits(String column, JsonNode node) {
        if (column.equals(COMMENTS) ? !node.isArray() : !node.isObject()) {
            return false;
        }
        for (var inner : node) {
            if (!inner.isObject()) {
                return false;
            }
        }
        return true;
    }
}
