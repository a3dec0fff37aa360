package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// Compares examples of a source with those of the project. What a source does not say is no change: an example
/// keeps the label, the image and the split that only the project knows.
final class ImportComparison implements AutoCloseable {

    private final PreparedStatement example;
    private final PreparedStatement labels;
    private final PreparedStatement counted;
    private final Path folder;

    ImportComparison(Connection connection, Path folder) throws SQLException {
        this.folder = folder;
        example = connection.prepareStatement("""
                SELECT id, text, knowledge, image, image_hash, coalesce(given_split, split),
                    coalesce(source_split, given_split, split) FROM example WHERE key = ?
                """);
        labels = connection.prepareStatement("""
                SELECT t.name, l.name FROM given_label g JOIN task t ON t.id = g.task_id JOIN label l ON l.id = g.label_id
                WHERE g.example_id = ?
                """);
        counted = connection.prepareStatement("""
                SELECT l.name FROM task t JOIN label l ON l.id = coalesce(
                    (SELECT label_id FROM current_label WHERE example_id = ?1 AND task_id = t.id),
                    (SELECT label_id FROM given_label WHERE example_id = ?1 AND task_id = t.id))
                WHERE t.name = ?2 AND t.retired_at IS NULL
                """);
    }

    Standing of(ImportRepository.Looked now) throws SQLException {
        example.setString(1, now.example().key());
        try (var row = example.executeQuery()) {
            return row.next() ? new Standing.Known(row.getLong(1), differences(row, now)) : new Standing.New();
        }
    }

    private List<Difference> differences(ResultSet row, ImportRepository.Looked looked) throws SQLException {
        var now = looked.example();
        var differences = new ArrayList<Difference>();
        String text = row.getString(2);
        if (!now.text().equals(text)) {
            differences.add(Difference.of(Change.TEXT, text, now.text()));
        }
        String knowledge = row.getString(3);
        if (now.knowledge() != null && !now.knowledge().equals(knowledge)) {
            differences.add(Difference.of(Change.KNOWLEDGE, knowledge, now.knowledge()));
        }
        image(row.getString(4), row.getString(5), now).ifPresent(differences::add);
        split(row.getString(6), row.getString(7), looked).ifPresent(differences::add);
        if (!now.labels().isEmpty()) {
            labels(row.getLong(1), now.labels(), differences);
        }
        for (var edit : new TreeMap<>(looked.edits()).entrySet()) {
            String was = counted(row.getLong(1), edit.getKey());
            if (!edit.getValue().equals(was)) {
                differences.add(new Difference(Change.ANSWER, edit.getKey(), was, edit.getValue()));
            }
        }
        return differences;
    }

    /// What an import divided off is no change of the source: importing again moves nothing back, unless that is asked.
    ///
    /// @param imported where it was imported to
    /// @param named    where its source had it then
    private static Optional<Difference> split(String imported, String named, ImportRepository.Looked now) {
        boolean changed = now.example().split() != Split.NONE && !now.example().split().key().equals(named);
        boolean moved = now.moving() && now.placed() != Split.NONE && !now.placed().key().equals(imported);
        return changed || moved
                ? Optional.of(Difference.of(Change.SPLIT, changed ? named : imported, now.placed().key()))
                : Optional.empty();
    }

    /// By content where both are known; a file that is gone is no change.
    private Optional<Difference> image(@Nullable String path, @Nullable String hash, NewExample now) {
        if (now.image() == null) {
            return Optional.empty();
        }
        String stored = StoredPath.of(folder, now.image());
        boolean other = now.imageHash() == null
                ? hash == null && !Objects.equals(path, stored)
                : !now.imageHash().equals(hash);
        return other ? Optional.of(Difference.of(Change.IMAGE, path, stored)) : Optional.empty();
    }

    private void labels(long id, Map<String, String> now, List<Difference> differences) throws SQLException {
        labels.setLong(1, id);
        var given = new HashMap<String, String>();
        try (var rows = labels.executeQuery()) {
            while (rows.next()) {
                given.put(rows.getString(1), rows.getString(2));
            }
        }
        new TreeMap<>(now).forEach((task, label) -> {
            String was = given.get(task);
            if (!label.equals(was)) {
                differences.add(new Difference(Change.LABEL, task, was, label));
            }
        });
    }

    /// The label that counts now: the answer, or else what the dataset gave.
    private @Nullable String counted(long id, String task) throws SQLException {
        counted.setLong(1, id);
        counted.setString(2, task);
        try (var row = counted.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        try (example; labels; counted) {
            // Both are closed, whatever happens.
        }
    }
}
