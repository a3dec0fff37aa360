package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The statements of one import's transaction, prepared once.
final class ImportWrite implements AutoCloseable {

    private record LabelId(long task, long label) {}

    private final Connection connection;
    private final Path folder;
    private final long source;
    private final long now;
    private final Map<List<String>, LabelId> labels;
    private final RowBuffer examples;
    private final RowBuffer given;
    private final Set<String> waiting = new HashSet<>();
    private long lastId;

    /// @param now ms since 1970
    ImportWrite(Connection connection, Path folder, long source, long now) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        this.source = source;
        this.now = now;
        this.labels = labels(connection);
        examples = new RowBuffer(connection, "INSERT INTO example (id, key, text, knowledge, image, image_hash, split,"
                + " problem, imported_at, text_hash, source_id, image_note, source_split)", 13, "");
        given = new RowBuffer(connection, "INSERT INTO given_label (example_id, task_id, label_id)", 3,
                "ON CONFLICT (example_id, task_id) DO UPDATE SET label_id = excluded.label_id");
        lastId = lastId(connection);
    }

    private static long lastId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM example")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<List<String>, LabelId> labels(Connection connection) throws SQLException {
        var ids = new HashMap<List<String>, LabelId>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.name, l.name, t.id, l.id FROM label l JOIN task t ON t.id = l.task_id
                WHERE t.retired_at IS NULL AND l.retired_at IS NULL
                """)) {
            while (rows.next()) {
                ids.put(List.of(rows.getString(1), rows.getString(2)), new LabelId(rows.getLong(3), rows.getLong(4)));
            }
        }
        return ids;
    }

    /// @return the new example's id; it can be read after [#flush]
    long insert(ImportRepository.Looked looked) throws SQLException {
        var example = looked.example();
        long id = ++lastId;
        waiting.add(example.key());
        boolean full = examples.add(id, example.key(), example.text(), example.knowledge(), stored(example.image()),
                example.imageHash(), looked.placed().key(), example.problem(), now, NearText.hash(example.text()),
                source, looked.note(), named(looked));
        give(id, example.labels());
        if (full) {
            flush();
        }
        return id;
    }

    /// Where the source has it, if that is not where it goes.
    private static @Nullable String named(ImportRepository.Looked looked) {
        return looked.placed() == looked.example().split() ? null : looked.example().split().key();
    }

    private @Nullable String stored(@Nullable Path image) {
        return image == null ? null : StoredPath.of(folder, image);
    }

    private void give(long id, Map<String, String> byTask) throws SQLException {
        for (var each : byTask.entrySet()) {
            var ids = labels.get(List.of(each.getKey(), each.getValue()));
            if (ids != null && given.add(id, ids.task, ids.label)) {
                flush();
            }
        }
    }

    /// Whether an example of that key is inserted but cannot be read yet.
    boolean isWaiting(String key) {
        return waiting.contains(key);
    }

    /// From now on everything that was written can be read.
    void flush() throws SQLException {
        // Labels refer to their examples.
        examples.flush();
        given.flush();
        waiting.clear();
    }

    /// Takes over those of the differences that are wanted.
    void update(Standing.Known known, ImportRepository.Looked looked, Set<Change> wanted) throws SQLException {
        long id = known.id();
        var example = looked.example();
        for (var change : known.changes()) {
            if (wanted.contains(change)) {
                switch (change) {
                    case TEXT -> {
                        replace(id, "text", "text", example.text());
                        execute("UPDATE example SET text_hash = ? WHERE id = ?", NearText.hash(example.text()), id);
                    }
                    case KNOWLEDGE -> replace(id, "knowledge", "knowledge", example.knowledge());
                    case SPLIT -> {
                        replace(id, "split", "coalesce(given_split, split)", null);
                        execute("UPDATE example SET source_split = ? WHERE id = ?", named(looked), id);
                        execute("UPDATE example SET given_split = CASE WHEN given_split IS NULL THEN NULL ELSE ?1 END,"
                                + " split = CASE WHEN given_split IS NULL THEN ?1 ELSE split END WHERE id = ?2",
                                looked.placed().key(), id);
                    }
                    case IMAGE -> {
                        replace(id, "image", "image", stored(example.image()));
                        execute("UPDATE example SET image_hash = ?, problem = ?, image_note = ?, image_phash = NULL"
                                + " WHERE id = ?", example.imageHash(), example.problem(), looked.note(), id);
                    }
                    case LABEL -> labels(known);
                    case ANSWER -> {
                        // It is somebody's act, and written as one.
                    }
                }
            }
        }
    }

    private void labels(Standing.Known known) throws SQLException {
        var changed = new TreeMap<String, String>();
        known.differences().stream().filter(each -> each.change() == Change.LABEL)
                .forEach(each -> changed.put(each.task(), each.becomes()));
        for (var task : changed.keySet()) {
            execute("""
                    INSERT INTO former_value (example_id, field, value, source_id, changed_at)
                    SELECT ?1, 'label:' || t.name, (SELECT l.name FROM given_label g JOIN label l ON l.id = g.label_id
                        WHERE g.example_id = ?1 AND g.task_id = t.id), ?2, ?3 FROM task t WHERE t.name = ?4
                    """, known.id(), source, now, task);
        }
        give(known.id(), changed);
    }

    /// Keeps the former value of `column`, and sets it unless `value` is set elsewhere.
    private void replace(long id, String field, String column, @Nullable String value) throws SQLException {
        execute("INSERT INTO former_value (example_id, field, value, source_id, changed_at) SELECT id, '" + field
                + "', " + column + ", ?, ? FROM example WHERE id = ?", source, now, id);
        if (column.equals(field)) {
            execute("UPDATE example SET " + column + " = ? WHERE id = ?", value, id);
        }
    }

    private void execute(String sql, @Nullable Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] == null) {
                    statement.setNull(i + 1, Types.VARCHAR);
                } else {
                    statement.setObject(i + 1, arguments[i]);
                }
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (examples; given) {
            // Both are closed, whatever happens.
        }
    }
}
