package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rows of tables `task`, `label` and `former_name`, as JSON: what an edit changed is the difference of two of
/// these. Inside a transaction of the caller's.
///
/// @param all by place
record TaskRows(Map<Place, String> all) {

    private static final List<String> TABLES = List.of("task", "label", "former_name");

    private static final String SNAPSHOT = """
            SELECT 'task', id, json_object('id', id, 'name', name, 'position', position, 'retired_at', retired_at)
            FROM task
            UNION ALL SELECT 'label', id, json_object('id', id, 'task_id', task_id, 'name', name, 'key', key,
                'position', position, 'colour', colour, 'retired_at', retired_at, 'merged_into', merged_into) FROM label
            UNION ALL SELECT 'former_name', id, json_object('id', id, 'task_id', task_id, 'label_id', label_id,
                'name', name) FROM former_name
            """;

    /// Tasks first, then labels: a row comes after the one that it belongs to.
    record Place(String table, long id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.<Place>comparingInt(place -> TABLES.indexOf(place.table))
                    .thenComparingLong(Place::id).compare(this, other);
        }
    }

    /// @param before `null` if there was no row
    /// @param after  `null` if there is none since
    record Difference(Place place, @Nullable String before, @Nullable String after) {
        Difference reversed() {
            return new Difference(place, /* before= */ after, /* after= */ before);
        }
    }

    static TaskRows read(Connection connection) throws SQLException {
        var all = new TreeMap<Place, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(SNAPSHOT)) {
            while (rows.next()) {
                all.put(new Place(rows.getString(1), rows.getLong(2)), rows.getString(3));
            }
        }
        return new TaskRows(all);
    }

    /// What has changed until `later`, in the order of places.
    List<Difference> until(TaskRows later) {
        var places = new TreeSet<>(all.keySet());
        places.addAll(later.all.keySet());
        return places.stream().map(place -> new Difference(place, all.get(place), later.all.get(place)))
                .filter(one -> !Objects.equals(one.before, one.after)).toList();
    }

    /// Makes the rows as `wanted` has them after. What is held by answers is retired instead of taken away, and former
    /// names stay: networks may have been trained under them meanwhile.
    static void restore(Connection connection, List<Difference> wanted, long now) throws SQLException {
        for (var one : wanted) {
            // Names may be swapped: none may stand in another's way.
            if (!one.place.table.equals("former_name")) {
                keepName(connection, one);
                Sql.update(connection, "UPDATE " + one.place.table + " SET name = char(1) || id WHERE id = ?",
                        one.place.id);
            }
        }
        for (var one : wanted) {
            if (one.after != null) {
                put(connection, one.place.table, one.after);
            }
        }
        for (var one : wanted.reversed()) {
            if (one.after == null && !one.place.table.equals("former_name")) {
                takeAway(connection, one, now);
            }
        }
    }

    private static void keepName(Connection connection, Difference one) throws SQLException {
        boolean task = one.place.table.equals("task");
        Sql.update(connection, """
                INSERT INTO former_name (task_id, label_id, name)
                SELECT %s, name FROM %s WHERE id = ?1 AND name <> json_extract(?2, '$.name')
                """.formatted(task ? "id, NULL" : "task_id, id", one.place.table), one.place.id, one.after);
    }

    private static void put(Connection connection, String table, String json) throws SQLException {
        Sql.update(connection, switch (table) {
            case "task" -> """
                    INSERT INTO task (id, name, position, retired_at)
                    SELECT ?1 ->> 'id', ?1 ->> 'name', ?1 ->> 'position', ?1 ->> 'retired_at' WHERE true
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position,
                        retired_at = excluded.retired_at
                    """;
            case "label" -> """
                    INSERT INTO label (id, task_id, name, key, position, colour, retired_at, merged_into)
                    SELECT ?1 ->> 'id', ?1 ->> 'task_id', ?1 ->> 'name', ?1 ->> 'key', ?1 ->> 'position',
                        ?1 ->> 'colour', ?1 ->> 'retired_at', ?1 ->> 'merged_into' WHERE true
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key,
                        position = excluded.position, colour = excluded.colour, retired_at = excluded.retired_at,
                        merged_into = excluded.merged_into
                    """;
            default -> """
                    INSERT INTO former_name (id, task_id, label_id, name)
                    SELECT ?1 ->> 'id', ?1 ->> 'task_id', ?1 ->> 'label_id', ?1 ->> 'name' WHERE true
                    ON CONFLICT (id) DO NOTHING
                    """;
        }, json);
    }

    private static void takeAway(Connection connection, Difference one, long now) throws SQLException {
        boolean task = one.place.table.equals("task");
        long id = one.place.id;
        var use = task ? LabelUses.ofTask(connection, id) : LabelUses.ofLabel(connection, id);
        if (use.isNone()) {
            Sql.update(connection, "DELETE FROM former_name WHERE " + (task ? "task_id" : "label_id") + " = ?", id);
            if (task) {
                Sql.update(connection, "DELETE FROM label WHERE task_id = ?", id);
            }
            Sql.update(connection, "DELETE FROM " + one.place.table + " WHERE id = ?", id);
        } else {
            Sql.update(connection, "UPDATE " + one.place.table
                    + " SET name = ?1 ->> 'name', retired_at = ?2 WHERE id = ?3", one.before, now, id);
        }
    }
}
