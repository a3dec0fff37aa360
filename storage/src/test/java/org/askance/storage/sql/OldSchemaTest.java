package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of each older schema still opens, and holds what it held.
class OldSchemaTest {

    @TempDir
    private Path folder;

    private void make(int version, String... content) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("project.db");
        Flyway.configure(Schema.class.getClassLoader()).dataSource(url, null, null)
                .locations("classpath:org/askance/storage/sql").target(Integer.toString(version)).load().migrate();
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            for (var sql : content) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void theFirstSchemaOpensAndKnowsNoTextInThePicture() throws SQLException {
        make(1, "INSERT INTO example (key, text, split, imported_at) VALUES ('k', 'Lovely weather', 'train', 0)");
        try (var project = Project.open(folder)) {
            long id = project.examples().ids(ExampleFilter.ALL)[0];
            var example = Objects.requireNonNull(project.examples().row(id)).example();
            assertThat(example.text()).isEqualTo("Lovely weather");
            assertThat(example.knowledge()).isNull();
        }
    }

    @Test
    void probabilitiesOfTheSixthSchemaStandForTheFirstLabelsThereWere() throws SQLException {
        make(6, """
                INSERT INTO example (id, key, text, split, imported_at) VALUES (1, 'k', 'Lovely', 'train', 0),
                    (2, 'l', 'Weather', 'train', 0)
                """, "INSERT INTO task (id, name, position) VALUES (1, 'sentiment', 0)", """
                INSERT INTO label (id, task_id, name, key, position, retired_at) VALUES (5, 1, 'positive', 'P', 0, NULL),
                    (3, 1, 'negative', 'N', 1, 9), (4, 1, 'mixed', 'M', 2, NULL)
                """, "INSERT INTO checkpoint (id, name, folder, created_at, current) VALUES (1, 'c', 'c', 0, 1)", """
                INSERT INTO prediction (checkpoint_id, example_id, task_id, label_id, confidence, probabilities)
                VALUES (1, 1, 1, 3, 0.7, '[0.300000,0.700000]'), (1, 2, 1, 4, 0.6, '[0.100000,0.300000,0.600000]')
                """);
        try (var project = Project.open(folder)) {
            assertThat(shown(project, 1)).isEqualTo(Map.of("positive", 0.3f, "negative", 0.7f));
            assertThat(shown(project, 2)).isEqualTo(Map.of("positive", 0.1f, "negative", 0.3f, "mixed", 0.6f));
        }
    }

    private static Map<String, Float> shown(Project project, long example) {
        return Objects.requireNonNull(
                Objects.requireNonNull(project.examples().row(example)).predicted().get("sentiment")).probabilities();
    }
}
