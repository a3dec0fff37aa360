package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.told.OfReading;
import org.jspecify.annotations.Nullable;

/// Gathers the rows of our table of events: those of one id that follow each other are one pair and its history.
/// Confined to one thread.
final class EventRows implements Table.Row {

    /// So that a table of one id does not fill the memory; what follows is one more row of the same pair.
    private static final int MOST = 20_000;
    private static final long MOST_CHARS = 8L << 20;

    private static final Set<String> OURS = Set.of("id", "text", "split", "event", "gesture", "kind", "task", "label",
            "value", "annotator", "at", "deciding", "undone", "former");
    private static final Set<String> KINDS = Set.of("answer", "clear", "skip", "flag", "unflag", "comment", "split",
            "undo", "redo");

    private final List<String> header;
    private final Table.Row pairs;
    private final List<One> gathered = new ArrayList<>();
    private long chars;

    private record One(Table.Cells cells, long line) {
        String cell(String column) {
            return Objects.requireNonNullElse(cells.text(column), "");
        }

        boolean is(String column) {
            return Boolean.parseBoolean(cell(column));
        }
    }

    EventRows(List<String> header, Table.Row pairs) {
        this.header = header;
        this.pairs = pairs;
    }

    static boolean areIn(List<String> header) {
        return Set.copyOf(header).containsAll(OURS);
    }

    /// @param cells must stay valid
    @Override
    public void take(Table.Cells cells, long line) throws IOException {
        var one = new One(cells, line);
        if (!gathered.isEmpty() && (gathered.size() >= MOST || chars >= MOST_CHARS
                || !gathered.getFirst().cell("id").equals(one.cell("id")))) {
            end();
        }
        gathered.add(one);
        for (var column : header) {
            chars += one.cell(column).length();
        }
    }

    /// Hands on what was gathered last.
    void end() throws IOException {
        if (!gathered.isEmpty()) {
            var all = List.copyOf(gathered);
            gathered.clear();
            chars = 0;
            pairs.take(pair(all), all.getFirst().line);
        }
    }

    private Table.Cells pair(List<One> all) {
        var first = all.getFirst().cells;
        return new Table.Cells() {
            @Override
            public @Nullable String text(String column) {
                return first.text(column);
            }

            @Override
            public OwnDetails own(long line, RowMaker rows) {
                var node = OwnColumns.plain(header, first);
                node.put("checkpoint", OwnColumns.blankAsNull(first.text("predicted_by")));
                all.forEach(one -> event(one, node, rows));
                return new OwnDetails(node, line, rows);
            }
        };
    }

    private static void event(One one, ObjectNode node, RowMaker rows) {
        String kind = one.cell("kind");
        if (kind.isBlank()) {
            return;
        }
        if (!KINDS.contains(kind) || JsonPairs.time(Json.MAPPER.getNodeFactory().textNode(one.cell("at"))) == null
                || one.cell("annotator").isBlank()) {
            rows.problem(one.line, OfReading.NO_EVENT.with(kind, one.cell("at"), one.cell("annotator")),
                    OfReading.EXPORT_HISTORY.with());
            return;
        }
        var event = node.withArray("/events").addObject();
        for (var column : List.of("gesture", "kind", "task", "label", "value", "annotator", "at")) {
            event.put(column, one.cell(column));
        }
        event.put("undone", one.is("undone")).put("deciding", one.is("deciding"));
        if (one.cell("duration_ms").matches("\\d{1,12}")) {
            event.put("duration_ms", Long.parseLong(one.cell("duration_ms")));
        }
        if (!one.is("undone") && !one.cell("task").isBlank() && (kind.equals("answer") || kind.equals("clear"))) {
            judge(one, event, node);
        }
    }

    /// The latest of each annotator counts; clearing takes it back.
    private static void judge(One one, ObjectNode event, ObjectNode node) {
        boolean deciding = one.is("deciding");
        var byTask = deciding
                ? child(node, OwnColumns.DECIDED)
                : child(child(node, OwnColumns.ANSWERS), one.cell("annotator"));
        if (one.cell("label").isBlank()) {
            byTask.remove(one.cell("task"));
        } else if (deciding) {
            byTask.set(one.cell("task"), event);
        } else {
            byTask.put(one.cell("task"), one.cell("label"));
        }
    }

    private static ObjectNode child(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }
}
