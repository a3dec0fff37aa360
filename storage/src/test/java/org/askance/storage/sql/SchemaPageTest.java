package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that documents the schema names every table and column there is, and no other.
class SchemaPageTest {

    private static final Pattern TABLE = Pattern.compile("(?ms)^    (\\w+) \\{$(.*?)^    }$");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ {8}(\\w+) (\\w+)");

    @TempDir
    Path folder;

    @Test
    void theDrawingIsTheSchema() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        TABLE.matcher(Files.readString(Path.of("SCHEMA.md"))).results().forEach(table -> {
            var columns = new TreeSet<String>();
            COLUMN.matcher(table.group(2)).results()
                    .forEach(column -> columns.add(column.group(2) + " " + column.group(1)));
            drawn.put(table.group(1), columns);
        });
        assertThat(drawn).isEqualTo(real());
    }

    private Map<String, Set<String>> real() {
        try (var database = Schema.create(folder.resolve("project.db"))) {
            return database.read(connection -> {
                var tables = new TreeMap<String, Set<String>>();
                try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                        SELECT t.name, c.name, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'flyway_%'
                            AND t.name NOT LIKE 'example\\_text\\_%' ESCAPE '\\'
                        """)) {
                    while (rows.next()) {
                        String type = rows.getString(3).isEmpty() ? "TEXT" : rows.getString(3);
                        tables.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>())
                                .add(rows.getString(2) + " " + type);
                    }
                }
                return tables;
            });
        }
    }
}
