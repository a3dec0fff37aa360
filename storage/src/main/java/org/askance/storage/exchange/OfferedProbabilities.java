package org.askance.storage.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings stored probabilities into the order of the labels that are offered now, where they are of just those.
final class OfferedProbabilities {

    private static final String NONE = "[]";

    /// Places by label order: null where the labels are others. One that is not listed needs no change.
    private final Map<Long, int @Nullable []> places;

    private OfferedProbabilities(Map<Long, int @Nullable []> places) {
        this.places = places;
    }

    static OfferedProbabilities of(Connection connection) throws SQLException {
        var places = new HashMap<Long, int @Nullable []>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT o.id, o.labels, (SELECT json_group_array(id) FROM (SELECT id FROM label l
                    WHERE l.task_id = o.task_id AND l.retired_at IS NULL ORDER BY l.position))
                FROM label_order o
                """)) {
            while (rows.next()) {
                String stored = rows.getString(2);
                String offered = rows.getString(3);
                if (!stored.equals(offered)) {
                    places.put(rows.getLong(1), places(items(stored), items(offered)));
                }
            }
        }
        return new OfferedProbabilities(places);
    }

    /// Where in `stored` each of `offered` stands.
    private static int @Nullable [] places(String[] stored, String[] offered) {
        var at = new int[offered.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = java.util.Arrays.asList(stored).indexOf(offered[i]);
            if (at[i] < 0) {
                return null;
            }
        }
        return stored.length == offered.length ? at : null;
    }

    private static String[] items(String json) {
        return json.substring(1, json.length() - 1).split(",", -1);
    }

    /// @param json an array in the stored order
    /// @return an array in the offered order, or an empty one
    String ofOffered(String json, long order) {
        if (!places.containsKey(order)) {
            return json;
        }
        int[] place = places.get(order);
        if (place == null) {
            return NONE;
        }
        String[] stored = items(json);
        var moved = new java.util.StringJoiner(",", "[", "]");
        for (int at : place) {
            moved.add(stored[at]);
        }
        return moved.toString();
    }
}
