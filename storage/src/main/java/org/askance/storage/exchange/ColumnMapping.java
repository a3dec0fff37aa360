package org.askance.storage.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of a table means what.
///
/// @param id    `null`: the line number counts as id
/// @param knowledge what is written in the picture, as OCR read it
/// @param tasks column by task
public record ColumnMapping(@Nullable String id, String text, @Nullable String knowledge, @Nullable String image,
        @Nullable String split, Map<String, String> tasks) {

    public ColumnMapping {
        tasks = Map.copyOf(tasks);
    }

    /// A mapping from the usual names; a table without anything like a text gets its first column.
    ///
    /// @param header the columns' names
    /// @param tasks  the project's tasks
    public static ColumnMapping guess(List<String> header, List<String> tasks) {
        var byTask = new HashMap<String, String>();
        for (var task : tasks) {
            var column = find(header, Set.of(task, task + "_label"));
            if (column != null) {
                byTask.put(task, column);
            }
        }
        var text = find(header, Set.of("text", "tweet", "caption", "content", "sentence"));
        return new ColumnMapping(find(header, Set.of("id", "guid", "image_id", "key", "tweet_id")),
                text == null ? header.getFirst() : text,
                find(header, Set.of("ocr", "ocr_text", "knowledge", "image_text", "text_in_image")),
                find(header, Set.of("image", "image_path", "file_name", "path", "file", "picture", "photo")),
                find(header, Set.of("split", "set", "subset", "fold")), byTask);
    }

    /// As the project keeps it.
    public String json() {
        var node = Json.MAPPER.createObjectNode();
        node.put("id", id).put("text", text).put("knowledge", knowledge).put("image", image).put("split", split);
        new java.util.TreeMap<>(tasks).forEach(node.putObject("tasks")::put);
        return node.toString();
    }

    /// The same with another column for `task`.
    public ColumnMapping withTask(String task, String column) {
        var more = new HashMap<>(tasks);
        more.put(task, column);
        return new ColumnMapping(id, text, knowledge, image, split, more);
    }

    private static @Nullable String find(List<String> header, Set<String> names) {
        return header.stream().filter(column -> names.contains(column.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElse(null);
    }
}
