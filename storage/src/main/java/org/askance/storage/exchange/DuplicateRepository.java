package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.NearHashes;
import org.askance.storage.files.PerceptualHash;
import org.askance.storage.sql.Database;

/// Finds duplicates by the hashes of images and texts. Of k that are the same, k − 1 pairs are told: each with the
/// first. Thread-safe.
public final class DuplicateRepository {

    private final Database database;
    private final Path folder;

    /// @param folder what relative image paths start at
    public DuplicateRepository(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Duplicates of which one has an id above `after`.
    public Duplicates find(long after) {
        return database.read(connection -> {
            var found = new DuplicateList(after);
            same(connection, "image_hash", found);
            same(connection, "text_hash", found);
            near(connection, found);
            return found.result();
        });
    }

    /// Duplicates that moving `examples` to another split would put apart: each moved one first, in its new split.
    /// Pictures are compared as far as their hashes are known.
    public Duplicates apart(long[] examples, Split to) {
        return database.readSnapshot(connection -> SplitMoves.find(connection, examples, to));
    }

    private static void same(Connection connection, String column, DuplicateList found) throws SQLException {
        boolean text = column.equals("text_hash");
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT id, key, split, %1$s, %2$s FROM example WHERE %1$s IN (
                    SELECT %1$s FROM example WHERE %1$s IS NOT NULL AND %1$s <> 0
                    GROUP BY %1$s HAVING count(*) > 1)
                ORDER BY %1$s, id
                """.formatted(column, text ? "text" : "''"))) {
            String hash = "";
            DuplicateList.Member first = null;
            while (rows.next()) {
                var member = new DuplicateList.Member(rows.getLong(1), rows.getString(2),
                        Split.of(rows.getString(3)), rows.getString(5));
                if (first == null || !rows.getString(4).equals(hash)) {
                    hash = rows.getString(4);
                    first = member;
                } else if (!text) {
                    found.add(Duplicate.Kind.SAME_IMAGE, first, member);
                } else {
                    found.add(first.text().equals(member.text()) ? Duplicate.Kind.SAME_TEXT : Duplicate.Kind.NEAR_TEXT,
                            first, member);
                }
            }
        }
    }

    private static void near(Connection connection, DuplicateList found) throws SQLException {
        var members = new HashMap<Long, DuplicateList.Member>();
        var contents = new HashMap<Long, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT id, key, split, image_phash, image_hash FROM example WHERE image_phash IS NOT NULL ORDER BY id
                """)) {
            while (rows.next()) {
                long hash = rows.getLong(4);
                if (!PerceptualHash.isPlain(hash)) {
                    var member = new DuplicateList.Member(rows.getLong(1), rows.getString(2),
                            Split.of(rows.getString(3)), "");
                    var first = members.putIfAbsent(hash, member);
                    var content = String.valueOf(rows.getString(5));
                    if (first == null) {
                        contents.put(hash, content);
                    } else if (!content.equals(contents.get(hash))) {
                        found.add(Duplicate.Kind.NEAR_IMAGE, first, member);
                    }
                }
            }
        }
        long[] hashes = members.keySet().stream().mapToLong(Long::longValue).toArray();
        NearHashes.find(hashes, (first, second) -> {
            var one = members.get(hashes[first]);
            var other = members.get(hashes[second]);
            if (one != null && other != null) {
                found.add(Duplicate.Kind.NEAR_IMAGE, one.id() < other.id() ? one : other,
                        one.id() < other.id() ? other : one);
            }
        });
    }

    /// How many images can be used and have no perceptual hash yet.
    public long unhashedCount() {
        return database.read(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                    SELECT count(*) FROM example WHERE image IS NOT NULL AND problem IS NULL AND image_phash IS NULL
                    """)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// Images that can be used and have no perceptual hash yet, by example, at most `count` of them.
    public Map<Long, Path> unhashed(int count) {
        return database.read(connection -> {
            var images = new java.util.LinkedHashMap<Long, Path>();
            try (var query = connection.prepareStatement("""
                    SELECT id, image FROM example WHERE image IS NOT NULL AND problem IS NULL AND image_phash IS NULL
                    ORDER BY id LIMIT ?
                    """)) {
                query.setInt(1, count);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        images.put(rows.getLong(1), folder.resolve(rows.getString(2)));
                    }
                }
            }
            return images;
        });
    }

    /// Keeps perceptual hashes by example; one whose image cannot be decoded is marked, with the sentence.
    public void save(Map<Long, OptionalLong> hashes, Map<Long, String> problems) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("UPDATE example SET image_phash = ? WHERE id = ?");
                    var mark = connection.prepareStatement("UPDATE example SET problem = ? WHERE id = ?")) {
                for (var hash : hashes.entrySet()) {
                    if (hash.getValue().isPresent()) {
                        update.setLong(1, hash.getValue().getAsLong());
                        update.setLong(2, hash.getKey());
                        update.addBatch();
                    }
                }
                for (var problem : problems.entrySet()) {
                    mark.setString(1, problem.getValue());
                    mark.setLong(2, problem.getKey());
                    mark.addBatch();
                }
                update.executeBatch();
                return mark.executeBatch().length;
            }
        });
    }
}
