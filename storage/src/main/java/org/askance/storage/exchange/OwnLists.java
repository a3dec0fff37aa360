package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who said what in one row of our own Parquet, taken out of the library's buffers.
///
/// @param columns of the file
/// @param lists   objects with the fields of the file's structures, by column
record OwnLists(List<String> columns, Map<String, ArrayNode> lists) {

    private static final Set<String> OURS = Set.of("id", "text", "split", "imported_at", OwnColumns.COMMENTS,
            OwnColumns.ANSWERS, OwnColumns.EVENTS);

    /// Whether a file with these columns was written by this program. Earlier ones have no list of decisions.
    static boolean areIn(Map<String, SchemaNode> columns) {
        return columns.keySet().containsAll(OURS) && isList(columns.get(OwnColumns.ANSWERS))
                && isList(columns.get(OwnColumns.EVENTS));
    }

    private static boolean isList(@Nullable SchemaNode node) {
        return node instanceof SchemaNode.GroupNode group && group.isList()
                && group.getListElement() instanceof SchemaNode.GroupNode element && element.isStruct();
    }

    static OwnLists of(RowReader row, Map<String, SchemaNode> columns) {
        var lists = new java.util.HashMap<String, ArrayNode>();
        for (var column : List.of(OwnColumns.ANSWERS, OwnColumns.EVENTS, OwnColumns.DECIDED)) {
            var node = columns.get(column);
            if (isList(node) && node instanceof SchemaNode.GroupNode group && !row.isNull(column)
                    && group.getListElement() instanceof SchemaNode.GroupNode element) {
                var list = Json.MAPPER.createArrayNode();
                for (PqStruct struct : row.getList(column).structs()) {
                    list.add(object(struct, element));
                }
                lists.put(column, list);
            }
        }
        return new OwnLists(List.copyOf(columns.keySet()), lists);
    }

    private static ObjectNode object(PqStruct struct, SchemaNode.GroupNode element) {
        var object = Json.MAPPER.createObjectNode();
        for (var field : element.children()) {
            String name = field.name();
            if (field instanceof SchemaNode.PrimitiveNode && !struct.isNull(name)) {
                switch (struct.getValue(name)) {
                    case Long number -> object.put(name, number);
                    case Boolean truth -> object.put(name, truth);
                    case byte[] bytes -> object.put(name, new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
                    // Times as ISO 8601.
                    case Object other -> object.put(name, other.toString());
                }
            }
        }
        return object;
    }

    /// The same in the form of JSON lines.
    OwnDetails details(Table.Cells cells, long line, RowMaker rows) {
        var node = OwnColumns.comments(cells, OwnColumns.plain(columns, cells), line, rows);
        lists.getOrDefault(OwnColumns.ANSWERS, Json.MAPPER.createArrayNode()).forEach(answer -> {
            var who = answer.path("annotator").asText();
            var task = answer.path("task").asText();
            child(child(node, OwnColumns.ANSWERS), who).set(task, answer.get("label"));
            child(child(node, OwnColumns.ANSWERED_AT), who).set(task, answer);
        });
        lists.getOrDefault(OwnColumns.DECIDED, Json.MAPPER.createArrayNode()).forEach(
                decided -> child(node, OwnColumns.DECIDED).set(decided.path("task").asText(), decided));
        var events = lists.get(OwnColumns.EVENTS);
        if (events != null && !events.isEmpty()) {
            node.set(OwnColumns.EVENTS, events);
        }
        return new OwnDetails(node, line, rows);
    }

    private static ObjectNode child(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }
}
