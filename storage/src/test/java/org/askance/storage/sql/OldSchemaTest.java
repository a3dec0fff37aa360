package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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
}
