package org.askance.storage.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.sql.Database;

/// What annotators are told to do, in Markdown. Every version stays: answers name the one that was in force.
/// Thread-safe.
public final class GuidelineRepository {

    private final Database database;
    private final Clock clock;

    public GuidelineRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param version from 1; 0 where there is none yet, with an empty text
    public record Guideline(int version, String text, Instant at) {

        public static final Guideline NONE = new Guideline(0, "", Instant.EPOCH);
    }

    /// The newest.
    public Guideline current() {
        var all = list("ORDER BY version DESC LIMIT 1");
        return all.isEmpty() ? Guideline.NONE : all.getFirst();
    }

    /// All, the newest first.
    public List<Guideline> versions() {
        return list("ORDER BY version DESC");
    }

    private List<Guideline> list(String rest) {
        return database.read(connection -> {
            var all = new ArrayList<Guideline>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT version, text, at FROM guideline " + rest)) {
                while (rows.next()) {
                    all.add(new Guideline(rows.getInt(1), rows.getString(2), Instant.ofEpochMilli(rows.getLong(3))));
                }
            }
            return all;
        });
    }

    /// Puts `text` in force, as a new version unless it says the same as the one before.
    ///
    /// @return the version in force
    public int save(String text) {
        return database.write(connection -> {
            Sql.update(connection, """
                    INSERT INTO guideline (version, text, at)
                    SELECT coalesce(max(version), 0) + 1, ?1, ?2 FROM guideline
                    HAVING coalesce((SELECT text FROM guideline ORDER BY version DESC LIMIT 1), '') <> ?1
                    """, text, clock.millis());
            return (int) Sql.required(Sql.number(connection, "SELECT coalesce(max(version), 0) FROM guideline"));
        });
    }
}
