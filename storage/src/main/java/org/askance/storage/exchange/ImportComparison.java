package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.dataset.NewExample;
import org.jspecify.annotations.Nullable;

/// Compares examples of a source with those of the project. What a source does not say is no change: an example
/// keeps the label, the image and the split that only the project knows.
final class ImportComparison implements AutoCloseable {

    private final PreparedStatement example;
    private final PreparedStatement labels;
    private final Path folder;

    ImportComparison(Connection connection, Path folder) throws SQLException {
        this.folder = folder;
        example = connection.prepareStatement("""
                SELECT id, text, knowledge, image, image_hash, coalesce(given_split, split) FROM example WHERE key = ?
                """);
        labels = connection.prepareStatement("""
                SELECT t.name, l.name FROM given_label g JOIN task t ON t.id = g.task_id JOIN label l ON l.id = g.label_id
                WHERE g.example_id = ?
                """);
    }

    Standing of(NewExample now) throws SQLException {
        example.setString(1, now.key());
        try (var row = example.executeQuery()) {
            return row.next() ? new Standing.Known(row.getLong(1), changes(row, now)) : new Standing.New();
        }
    }

    private Set<Change> changes(ResultSet row, NewExample now) throws SQLException {
        var changes = EnumSet.noneOf(Change.class);
        if (!now.text().equals(row.getString(2))) {
            changes.add(Change.TEXT);
        }
        if (now.knowledge() != null && !now.knowledge().equals(row.getString(3))) {
            changes.add(Change.KNOWLEDGE);
        }
        if (isOtherImage(row.getString(4), row.getString(5), now)) {
            changes.add(Change.IMAGE);
        }
        if (now.split() != org.askance.storage.dataset.Split.NONE && !now.split().key().equals(row.getString(6))) {
            changes.add(Change.SPLIT);
        }
        if (!now.labels().isEmpty() && isOtherLabel(row.getLong(1), now.labels())) {
            changes.add(Change.LABEL);
        }
        return changes;
    }

    /// By content where both are known; a file that is gone is no change.
    private boolean isOtherImage(@Nullable String path, @Nullable String hash, NewExample now) {
        if (now.image() == null) {
            return false;
        }
        return now.imageHash() == null
                ? hash == null && !Objects.equals(path, StoredPath.of(folder, now.image()))
                : !now.imageHash().equals(hash);
    }

    private boolean isOtherLabel(long id, Map<String, String> now) throws SQLException {
        labels.setLong(1, id);
        var given = new HashMap<String, String>();
        try (var rows = labels.executeQuery()) {
            while (rows.next()) {
                given.put(rows.getString(1), rows.getString(2));
            }
        }
        return !given.entrySet().containsAll(now.entrySet());
    }

    @Override
    public void close() throws SQLException {
        try (example; labels) {
            // Both are closed, whatever happens.
        }
    }
}
