package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Project;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Projects of every older schema open, and nothing in them is lost.
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void answersAndUndosOfTheFirstSchemaBecomeEvents() throws SQLException {
        older("1", """
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
                """);

        try (var project = Project.open(folder)) {
            assertThat(project.name()).isEqualTo("Old");
            assertThat(Objects.requireNonNull(project.examples().row(1)).answered())
                    .isEqualTo(Map.of("sarcasm", "sarcastic"));
            assertThat(Objects.requireNonNull(project.examples().row(2)).answered())
                    .isEqualTo(Map.of("sentiment", "negative"));
            var history = project.annotations().history(1);
            assertThat(history).extracting(Event::kind).containsExactly(EventKind.ANSWER, EventKind.ANSWER,
                    EventKind.ANSWER, EventKind.UNDO);
            assertThat(history.getFirst().circumstances().checkpoint()).isEqualTo(7);
            assertThat(history.getFirst().circumstances().took()).hasMillis(450);

            assertThat(project.annotations().redo("ben")).isEqualTo(1);
            assertThat(Objects.requireNonNull(project.examples().row(1)).answered())
                    .isEqualTo(Map.of("sarcasm", "not sarcastic", "sentiment", "positive"));
            assertThat(project.annotations().undoLast("ada")).isEqualTo(2);
        }
    }

    private void older(String version, String content) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("project.db");
        Flyway.configure(Schema.class.getClassLoader()).dataSource(url, null, null)
                .locations("classpath:org/askance/storage/sql").target(version).load().migrate();
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.executeUpdate(content);
        }
    }
}
