package org.askance.storage.query;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.sql.Database;

/// Queries that people keep, by name. Thread-safe.
public final class SavedQueries {

    private final Database database;
    private final Clock clock;

    public SavedQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param text as it was typed; it is checked when it is used: names may change
    public record Saved(String name, String text) {}

    /// All, by name.
    public List<Saved> list() {
        return database.read(connection -> {
            var all = new ArrayList<Saved>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE")) {
                while (rows.next()) {
                    all.add(new Saved(rows.getString(1), rows.getString(2)));
                }
            }
            return all;
        });
    }

    /// Keeps `text` under `name`, instead of what had that name.
    public void save(String name, String text) {
        update("""
                INSERT INTO saved_query (name, query, created_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET query = excluded.query
                """, name.strip(), text, clock.millis());
    }

    /// @return whether there was one of that name, and none of the new one
    public boolean rename(String name, String newName) {
        return update("UPDATE OR IGNORE saved_query SET name = ? WHERE name = ?", newName.strip(), name) == 1;
    }

    public void delete(String name) {
        update("DELETE FROM saved_query WHERE name = ?", name);
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    set(statement, i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private static void set(java.sql.PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            default -> throw new IllegalArgumentException("no value for SQL: " + value);
        }
    }
}
