package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
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
    private final PreparedStatement insert;
    private final PreparedStatement label;

    /// @param now ms since 1970
    ImportWrite(Connection connection, Path folder, long source, long now) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        this.source = source;
        this.now = now;
        this.labels = labels(connection);
        insert = connection.prepareStatement("""
                INSERT INTO example (key, text, knowledge, image, image_hash, split, problem, imported_at, text_hash,
                    source_id, image_note, source_split) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """);
        label = connection.prepareStatement("""
                INSERT INTO given_label (example_id, task_id, label_id) VALUES (?, ?, ?)
                ON CONFLICT (example_id, task_id) DO UPDATE SET label_id = excluded.label_id
                """);
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

    /// @return the new example's id
    long insert(ImportRepository.Looked looked) throws SQLException {
        var example = looked.example();
        insert.setString(1, example.key());
        insert.setString(2, example.text());
        insert.setString(3, example.knowledge());
        insert.setString(4, stored(example.image()));
        insert.setString(5, example.imageHash());
        insert.setString(6, looked.placed().key());
        insert.setString(7, example.problem());
        insert.setLong(8, now);
        insert.setLong(9, NearText.hash(example.text()));
        insert.setLong(10, source);
        insert.setString(11, looked.note());
        insert.setString(12, named(looked));
        long id;
        try (var row = insert.executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        give(id, example.labels());
        return id;
    }

    /// Where the source has it, if that is not where it goes.
    private static @Nullable String named(ImportRepository.Looked looked) {
        return looked.placed() == looked.example().split() ? null : looked.example().split().key();
    }

    private @Nullable String stored(@Nullable Path image) {
        return image == null ? null : StoredPath.of(folder, image);
    }

    private void give(long id, Map<String, String> given) throws SQLException {
        for (var each : given.entrySet()) {
            var ids = labels.get(List.of(each.getKey(), each.getValue()));
            if (ids != null) {
                label.setLong(1, id);
                label.setLong(2, ids.task);
                label.setLong(3, ids.label);
                label.executeUpdate();
            }
        }
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
                }
            }
        }
    }

    private void labels(Standing.Known known) throws SQLException {
        var given = new TreeMap<String, String>();
        known.differences().stream().filter(each -> each.change() == Change.LABEL)
                .forEach(each -> given.put(each.task(), each.becomes()));
        for (var task : given.keySet()) {
            execute("""
                    INSERT INTO former_value (example_id, field, value, source_id, changed_at)
                    SELECT ?1, 'label:' || t.name, (SELECT l.name FROM given_label g JOIN label l ON l.id = g.label_id
                        WHERE g.example_id = ?1 AND g.task_id = t.id), ?2, ?3 FROM task t WHERE t.name = ?4
                    """, known.id(), source, now, task);
        }
        give(known.id(), given);
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
        try (insert; label) {
            // Both are closed, whatever happens.
        }
    }
}
