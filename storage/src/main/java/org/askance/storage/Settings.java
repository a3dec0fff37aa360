package org.askance.storage;

import java.util.Optional;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Small facts that belong to the project, by key. Thread-safe.
public final class Settings {

    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    public @Nullable String get(String key) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
                query.setString(1, key);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
                }
            }
        }).orElse(null);
    }

    public void put(String key, String value) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value
                    """)) {
                insert.setString(1, key);
                insert.setString(2, value);
                return insert.executeUpdate();
            }
        });
    }
}
