package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// The people who annotate a project. Whoever gives an answer is one; others may be added before they do.
/// Thread-safe.
public final class AnnotatorRepository {

    private final Database database;
    private final Clock clock;
    /// Names that were given up since the project was opened: work of before may still come under them.
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

    public AnnotatorRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All, in the order in which they came.
    public List<String> list() {
        return database.read(connection -> {
            var names = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT name FROM annotator ORDER BY id")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        });
    }

    /// Lasting, whatever they are renamed to; `null` for one who has done nothing yet.
    public @Nullable Long id(String name) {
        return database.read(connection -> Optional.ofNullable(
                Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", name))).orElse(null);
    }

    /// @param name not blank; spaces around it are taken away
    /// @return whether nobody had that name, whatever its case
    public boolean add(String name) {
        String stripped = stripped(name);
        givenUp.remove(stripped);
        return database.write(connection -> insert(connection, stripped));
    }

    /// Adds whoever looks at the project, unless they are there or have just given up that name: what was begun under it
    /// and comes late would bring it back.
    public void come(String name) {
        String stripped = stripped(name);
        var _ = database.write(connection -> !givenUp.contains(stripped) && insert(connection, stripped));
    }

    /// Who has done nothing yet comes under another name.
    public void giveUp(String name) {
        givenUp.add(name);
    }

    private boolean insert(Connection connection, String name) throws SQLException {
        return !isTaken(connection, name, "")
                && Sql.update(connection, "INSERT INTO annotator (name, created_at) VALUES (?, ?)", name,
                        clock.millis()) == 1;
    }

    /// Everything they ever did is theirs under the new name.
    ///
    /// @return whether `name` was there and nobody else had the new one, whatever its case
    public boolean rename(String name, String newName) {
        String stripped = stripped(newName);
        return database.write(connection -> {
            boolean renamed = !isTaken(connection, stripped, name)
                    && Sql.update(connection, "UPDATE annotator SET name = ? WHERE name = ?", stripped, name) == 1;
            if (renamed) {
                givenUp.add(name);
                givenUp.remove(stripped);
            }
            return renamed;
        });
    }

    private static String stripped(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an annotator needs a name");
        }
        return name.strip();
    }

    /// SQLite folds the case of ASCII letters only.
    private static boolean isTaken(Connection connection, String name, String but) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM annotator")) {
            while (rows.next()) {
                if (rows.getString(1).equalsIgnoreCase(name) && !rows.getString(1).equals(but)) {
                    return true;
                }
            }
        }
        return false;
    }
}
