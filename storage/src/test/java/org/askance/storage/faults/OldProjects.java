package org.askance.storage.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.askance.storage.sql.Schema;
import org.flywaydb.core.Flyway;

/// Projects as older programs left them.
public final class OldProjects {

    private static final String FIRST = """
            INSERT INTO setting VALUES ('name', 'Old');
            INSERT INTO example (id, key, text, split, imported_at) VALUES (1, 'a', 'one', 'train', 5);
            INSERT INTO example (id, key, text, split, imported_at) VALUES (2, 'b', 'two', 'test', 5);
            INSERT INTO task VALUES (1, 'sarcasm', 0);
            INSERT INTO task VALUES (2, 'sentiment', 1);
            INSERT INTO label VALUES (1, 1, 'not sarcastic', '1', 0);
            INSERT INTO label VALUES (2, 1, 'sarcastic', '2', 1);
            INSERT INTO label VALUES (3, 2, 'positive', 'P', 0);
            INSERT INTO label VALUES (4, 2, 'negative', 'N', 1);
            INSERT INTO annotation VALUES (1, 1, 1, 1, 2, NULL, 'ada', 1000, 7, 450);
            INSERT INTO annotation VALUES (2, 2, 1, 1, 1, NULL, 'ben', 2000, NULL, NULL);
            INSERT INTO annotation VALUES (3, 2, 1, 2, 3, NULL, 'ben', 2000, NULL, NULL);
            INSERT INTO annotation VALUES (4, 3, 2, 2, 4, NULL, 'ada', 900, 7, 30);
            INSERT INTO annotation VALUES (5, 4, 1, 1, NULL, 2, 'ben', 3000, NULL, NULL);
            INSERT INTO annotation VALUES (6, 4, 1, 2, NULL, 3, 'ben', 3000, NULL, NULL);
            """;

    private OldProjects() {}

    /// One of the first schema: ada answered both examples, ben answered one and took it back.
    public static void first(Path file) throws SQLException, IOException {
        try (var connection = opened(file); var statement = connection.createStatement()) {
            statement.executeUpdate(FIRST);
        }
    }

    /// Adds examples, each with an answer of ada's, so that a migration takes a while.
    static void grow(Path file, int examples) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    WITH RECURSIVE series (value) AS (SELECT 3 UNION ALL SELECT value + 1 FROM series WHERE value < %d)
                    INSERT INTO example (id, key, text, split, imported_at)
                    SELECT value, 'grown-' || value, 'text ' || value, 'train', 5 FROM series;
                    INSERT INTO annotation (gesture, example_id, task_id, label_id, annotator, answered_at)
                    SELECT id + 10, id, 1, 1, 'ada', id FROM example WHERE id > 2;
                    """.formatted(examples + 2));
        }
    }

    /// As [#first], but all it holds is still in the log, as when the program was killed.
    public static void firstInLog(Path file) throws SQLException, IOException {
        var living = Files.createTempDirectory(file.getParent(), "living").resolve("project.db");
        try (var connection = opened(living); var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.executeUpdate(FIRST);
            Files.copy(living, file);
            Files.copy(living.resolveSibling("project.db-wal"), file.resolveSibling("project.db-wal"));
        }
    }

    /// As [#first], but the program was killed in the middle of a transaction: half of it is in the file, and what
    /// was there before in a journal beside it.
    public static void firstCutOff(Path file) throws SQLException, IOException {
        var living = Files.createTempDirectory(file.getParent(), "living").resolve("project.db");
        first(living);
        grow(living, 5_000);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + living);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = 10");
            connection.setAutoCommit(false);
            statement.executeUpdate("UPDATE example SET text = 'half done ' || text");
            Files.copy(living, file);
            Files.copy(living.resolveSibling("project.db-journal"), file.resolveSibling("project.db-journal"));
            connection.rollback();
        }
    }

    private static Connection opened(Path file) throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        String url = "jdbc:sqlite:" + file;
        Flyway.configure(Schema.class.getClassLoader()).dataSource(url, null, null)
                .locations("classpath:org/askance/storage/sql").target("1").load().migrate();
        return DriverManager.getConnection(url);
    }
}
