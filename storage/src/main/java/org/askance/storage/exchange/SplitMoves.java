package org.askance.storage.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.NearHashes;
import org.askance.storage.files.PerceptualHash;

/// Duplicates that a move to another split would put apart, so that what is learnt from would also be measured on: each moved one first.
/// Those that are apart already are no fault of the move's. Of each moved example one is told for each likeness.
final class SplitMoves {

    /// As in the query for what is the same, the parameters are the ids as JSON and the new split.
    private static final String PICTURES = """
            SELECT id, key, split, image_phash, image_hash, id IN (SELECT value FROM json_each(?1)) FROM example
            WHERE image_phash IS NOT NULL AND (id IN (SELECT value FROM json_each(?1)) OR split NOT IN ('none', ?2))
            """;

    private final Connection connection;
    private final String moved;
    private final Split to;
    private final DuplicateList found = new DuplicateList(0);
    /// By perceptual hash.
    private final Map<Long, Picture> leaving = new HashMap<>();
    private final Map<Long, EnumMap<Split, Picture>> staying = new HashMap<>();

    private record Picture(DuplicateList.Member of, String content) {}

    private SplitMoves(Connection connection, long[] moved, Split to) {
        this.connection = connection;
        this.moved = LongStream.of(moved).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
        this.to = to;
    }

    static Duplicates find(Connection connection, long[] moved, Split to) throws SQLException {
        if (to == Split.NONE || moved.length == 0) {
            return Duplicates.NONE;
        }
        var moves = new SplitMoves(connection, moved, to);
        moves.same("image_hash");
        moves.same("text_hash");
        moves.near();
        return moves.found.result();
    }

    private void same(String column) throws SQLException {
        try (var query = connection.prepareStatement("""
            SELECT s.id, s.key, s.split, o.id, o.key, o.split, s.text = o.text FROM (
                SELECT m.id, m.key, m.split, m.text, (
                    SELECT o.id FROM example o WHERE o.%1$s = m.%1$s AND o.split NOT IN ('none', ?2)
                        AND m.split IN ('none', o.split) AND o.id NOT IN (SELECT value FROM json_each(?1)) LIMIT 1)
                    AS other
                FROM example m WHERE m.id IN (SELECT value FROM json_each(?1)) AND m.%1$s IS NOT NULL AND m.%1$s <> 0) s
                JOIN example o ON o.id = s.other
            ORDER BY s.id
            """.formatted(column))) {
            bind(query);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var kind = column.equals("image_hash")
                            ? Duplicate.Kind.SAME_IMAGE
                            : rows.getBoolean(7) ? Duplicate.Kind.SAME_TEXT : Duplicate.Kind.NEAR_TEXT;
                    found.add(kind, new DuplicateList.Member(rows.getLong(1), rows.getString(2), to, ""),
                            new DuplicateList.Member(rows.getLong(4), rows.getString(5), Split.of(rows.getString(6)),
                                    ""));
                }
            }
        }
    }

    private void bind(PreparedStatement query) throws SQLException {
        query.setString(1, moved);
        query.setString(2, to.key());
    }

    private void near() throws SQLException {
        try (var query = connection.prepareStatement(PICTURES)) {
            bind(query);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long hash = rows.getLong(4);
                    if (!PerceptualHash.isPlain(hash)) {
                        var split = Split.of(rows.getString(3));
                        var picture = new Picture(new DuplicateList.Member(rows.getLong(1), rows.getString(2), split,
                                ""), String.valueOf(rows.getString(5)));
                        if (rows.getBoolean(6)) {
                            leaving.putIfAbsent(hash, picture);
                        } else {
                            staying.computeIfAbsent(hash, _ -> new EnumMap<>(Split.class)).putIfAbsent(split, picture);
                        }
                    }
                }
            }
        }
        if (leaving.isEmpty()) {
            return;
        }
        leaving.keySet().forEach(hash -> near(hash, hash));
        long[] hashes = LongStream.concat(leaving.keySet().stream().mapToLong(Long::longValue),
                staying.keySet().stream().mapToLong(Long::longValue)).distinct().toArray();
        NearHashes.find(hashes, (first, second) -> {
            near(hashes[first], hashes[second]);
            near(hashes[second], hashes[first]);
        });
    }

    private void near(long leavingHash, long stayingHash) {
        var one = leaving.get(leavingHash);
        var others = staying.get(stayingHash);
        if (one == null || others == null) {
            return;
        }
        for (var other : others.values()) {
            boolean together = one.of.split() == Split.NONE || one.of.split() == other.of.split();
            // What is the very same picture has been told.
            if (together && (leavingHash != stayingHash || !one.content.equals(other.content))) {
                found.add(Duplicate.Kind.NEAR_IMAGE,
                        new DuplicateList.Member(one.of.id(), one.of.key(), to, ""), other.of);
            }
        }
    }
}
