package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is derived step by step is what is derived from all events at once.
class DerivedTest {

    private static final List<String> TABLES = List.of("undone", "annotator_label", "current_label",
            "annotator_skip", "example_state");

    @TempDir
    Path folder;

    @Test
    void rebuildingGivesTheSame() throws SQLException {
        try (var project = Fixtures.project(folder)) {
            actAtRandom(project, new Random(7));
            var before = derived();
            assertThat(before).hasSizeGreaterThan(20);

            project.annotations().rebuild();

            assertThat(derived()).isEqualTo(before);
        }
    }

    @Test
    void undoingEverythingLeavesNothingDerivedAndRedoingBringsAllBack() throws SQLException {
        try (var project = Fixtures.project(folder)) {
            actAtRandom(project, new Random(8));
            project.annotations().rebuild();
            for (String name : List.of("ada", "ben", "eve")) {
                while (project.annotations().undoLast(name) != null) {
                    // until nothing is left
                }
            }
            assertThat(derived()).allMatch(row -> row.startsWith("undone") || row.startsWith("example|"));
            assertThat(project.examples().splitCounts())
                    .isEqualTo(Map.of(Split.TRAIN, 2, Split.TEST, 1, Split.VALIDATION, 1));
        }
    }

    private static void actAtRandom(Project project, Random random) {
        var ids = project.examples().ids(ExampleFilter.ALL);
        var annotations = project.annotations();
        for (int i = 0; i < 300; i++) {
            String annotator = List.of("ada", "ben", "eve").get(random.nextInt(3));
            long one = ids[random.nextInt(ids.length)];
            var circumstances = random.nextInt(8) == 0 ? Circumstances.NONE.asDeciding() : Circumstances.NONE;
            var examples = random.nextInt(5) == 0 ? ids : new long[]{one};
            var act = switch (random.nextInt(10)) {
                case 0 -> new Act.Clear(Set.of("sarcasm", "sentiment"));
                case 1 -> new Act.Skip();
                case 2 -> random.nextBoolean() ? new Act.Flag(null) : new Act.Unflag();
                case 3 -> new Act.Comment("Nr. " + i);
                case 4 -> new Act.Move(random.nextBoolean() ? Split.TEST : Split.NONE);
                case 5 -> new Act.Label(Map.of("sarcasm", random.nextBoolean() ? "sarcastic" : "not sarcastic",
                        "sentiment", "neutral"));
                case 6, 7 -> {
                    annotations.undoLast(annotator);
                    yield null;
                }
                case 8 -> {
                    annotations.redo(annotator);
                    yield null;
                }
                default -> new Act.Label(Map.of("sentiment", random.nextBoolean() ? "positive" : "negative"));
            };
            if (act != null) {
                annotations.bulk(examples, act, annotator, circumstances);
            }
        }
    }

    private List<String> derived() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                var statement = connection.createStatement()) {
            var queries = new ArrayList<>(TABLES.stream().map(table -> "SELECT '" + table + "', * FROM " + table
                    + " ORDER BY 2, 3, 4").toList());
            queries.add("SELECT 'example', id, split FROM example ORDER BY id");
            for (String query : queries) {
                try (var row = statement.executeQuery(query)) {
                    while (row.next()) {
                        var text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(row.getString(i)).append('|');
                        }
                        rows.add(text.toString());
                    }
                }
            }
        }
        return rows;
    }
}
