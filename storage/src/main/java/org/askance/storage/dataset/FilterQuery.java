package org.askance.storage.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An [ExampleFilter] as SQL over `example e`.
record FilterQuery(String where, List<String> arguments) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private static final String CURRENT_LABEL = """
            (SELECT l.name FROM label l JOIN task t ON t.id = l.task_id
             WHERE t.name = ? AND l.id = coalesce(
                 (SELECT c.label_id FROM current_label c WHERE c.example_id = e.id AND c.task_id = t.id),
                 (SELECT g.label_id FROM given_label g WHERE g.example_id = e.id AND g.task_id = t.id)))""";

    private static final String PREDICTED_LABEL = """
            (SELECT l.name FROM prediction p JOIN label l ON l.id = p.label_id JOIN task t ON t.id = p.task_id
             WHERE p.checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1)
               AND p.example_id = e.id AND t.name = ?)""";

    private static final String DISAGREEMENT = """
            EXISTS (SELECT 1 FROM prediction p
                    LEFT JOIN current_label c ON c.example_id = p.example_id AND c.task_id = p.task_id
                    LEFT JOIN given_label g ON g.example_id = p.example_id AND g.task_id = p.task_id
                    WHERE p.checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1)
                      AND p.example_id = e.id AND coalesce(c.label_id, g.label_id) <> p.label_id)""";

    private static final String ANSWERED = "EXISTS (SELECT 1 FROM current_label c WHERE c.example_id = e.id)";

    static FilterQuery of(ExampleFilter filter) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        String words = WORD.matcher(filter.text()).results().map(word -> '"' + word.group() + "\"*")
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            conditions.add("e.id IN (SELECT rowid FROM example_text WHERE example_text MATCH ?)");
            arguments.add(words);
        }
        if (!filter.splits().isEmpty()) {
            conditions.add("e.split IN (" + marks(filter.splits()) + ")");
            filter.splits().forEach(split -> arguments.add(split.key()));
        }
        any(filter.labels(), CURRENT_LABEL, conditions, arguments);
        any(filter.predictions(), PREDICTED_LABEL, conditions, arguments);
        if (filter.disagreement()) {
            conditions.add(DISAGREEMENT);
        }
        switch (filter.answers()) {
            case ANY -> {
            }
            case ANSWERED -> conditions.add(ANSWERED);
            case UNANSWERED -> conditions.add("NOT " + ANSWERED);
        }
        return new FilterQuery(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), arguments);
    }

    private static void any(Map<String, Set<String>> byTask, String label, List<String> conditions,
            List<String> arguments) {
        byTask.forEach((task, labels) -> {
            if (!labels.isEmpty()) {
                conditions.add(label + " IN (" + marks(labels) + ")");
                arguments.add(task);
                arguments.addAll(labels);
            }
        });
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", values.stream().map(_ -> "?").toList());
    }

    /// @param select what comes before the condition
    /// @param order  what comes after it
    PreparedStatement prepare(Connection connection, String select, String order) throws SQLException {
        var statement = connection.prepareStatement(select + where + order);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setString(i + 1, arguments.get(i));
        }
        return statement;
    }

    static long[] ids(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var ids = new long[256];
            int count = 0;
            while (rows.next()) {
                if (count == ids.length) {
                    ids = Arrays.copyOf(ids, 2 * count);
                }
                ids[count++] = rows.getLong(1);
            }
            return Arrays.copyOf(ids, count);
        }
    }
}
