package org.askance.storage.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.askance.storage.query.Query.Against;
import org.askance.storage.query.Query.Mark;
import org.askance.storage.query.Query.Measure;
import org.askance.storage.query.Query.Source;

/// A [Query] as a condition on `example e`. What was typed is always a parameter.
final class SqlQuery {

    /// Shares its picture or its words with another.
    static final String DUPLICATE = """
            coalesce(e.image_hash IN (SELECT image_hash FROM example WHERE image_hash IS NOT NULL
                GROUP BY image_hash HAVING count(*) > 1), 0) OR coalesce(e.text_hash IN (SELECT text_hash FROM example WHERE text_hash IS NOT NULL
                GROUP BY text_hash HAVING count(*) > 1), 0)
            """;

    static final String FLAGGED = """
            e.id IN (SELECT s.example_id FROM example_state s JOIN event f ON f.id = (
                SELECT max(g.id) FROM event g WHERE g.example_id = s.example_id AND g.kind = 'flag'
                    AND g.gesture NOT IN (SELECT gesture FROM undone))
            WHERE s.flagged > 0 AND instr(lower(f.value), lower(?)) > 0)
            """;

    private static final String CURRENT = "p.checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1)";

    private final StringBuilder condition = new StringBuilder();
    private final List<String> arguments = new ArrayList<>();

    /// Examples that are flagged, with who did it last.
    ///
    /// @param which a condition on the example's id; empty for all
    static String lastFlags(String which) {
        // SQLite takes the other columns from the row of the maximum.
        return "SELECT g.example_id, g.annotator_id, max(g.id) FROM example_state s"
                + " JOIN event g ON g.example_id = s.example_id AND g.kind = 'flag'"
                + " AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.gesture = g.gesture)"
                + " WHERE s.flagged > 0" + (which.isEmpty() ? "" : " AND s.example_id" + which)
                + " GROUP BY g.example_id";
    }

    static SqlQuery of(Query query) {
        var sql = new SqlQuery();
        sql.append(query);
        return sql;
    }

    /// @param select what comes before the condition
    /// @param after  what comes after it
    PreparedStatement prepare(Connection connection, String select, String after) throws SQLException {
        var statement = connection.prepareStatement(select + " WHERE (" + condition + ") " + after);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setString(i + 1, arguments.get(i));
        }
        return statement;
    }

    private void append(Query query) {
        switch (query) {
            case Query.And(var parts) -> joined(parts, " AND ", "true");
            case Query.Or(var parts) -> joined(parts, " OR ", "false");
            case Query.Not(var part) -> {
                condition.append("NOT (");
                append(part);
                condition.append(')');
            }
            case Query.Words words -> add("e.id IN (SELECT rowid FROM example_text WHERE example_text MATCH ?)",
                    match(words));
            case Query.Part(var characters) -> add("e.text LIKE ? ESCAPE '\\'", like(characters));
            case Query.Symbols(var symbols) -> {
                condition.append("true");
                symbols.forEach(symbol -> add(" AND instr(e.text, ?) > 0", symbol));
            }
            case Query.InSplit(var splits) -> {
                condition.append("e.split IN (").append(splits.stream().map(_ -> "?").collect(Collectors.joining(",")))
                        .append(')');
                arguments.addAll(splits);
            }
            case Query.Labelled labelled -> labelled(labelled);
            case Query.Measured measured -> measured(measured);
            case Query.By(var annotator) -> add("""
                    e.id IN (SELECT a.example_id FROM annotator_label a JOIN annotator n ON n.id = a.annotator_id
                    WHERE n.name = ?)
                    """, annotator);
            case Query.ByOthers(var annotator, var tasks) -> add("""
                    e.id IN (SELECT a.example_id FROM annotator_label a JOIN annotator n ON n.id = a.annotator_id
                    WHERE n.name <> ?""" + (tasks.isEmpty()
                    ? ")"
                    : tasks.stream().map(String::valueOf)
                            .collect(Collectors.joining(",",
                                    " AND a.label_id" + SqlFinder.OFFERED + " AND a.task_id IN (", "))"))),
                    annotator);
            case Query.SkippedBy(var annotator) -> add("""
                    e.id IN (SELECT k.example_id FROM annotator_skip k JOIN annotator n ON n.id = k.annotator_id
                    WHERE n.name = ?)
                    """, annotator);
            case Query.FlaggedBy(var annotator) -> add("e.id IN (SELECT f.example_id FROM (" + lastFlags("")
                    + ") f JOIN annotator n ON n.id = f.annotator_id WHERE n.name = ?)", annotator);
            case Query.Disagrees disagrees -> disagrees(disagrees);
            case Query.Marked(var mark) -> condition.append(marked(mark));
            case Query.Flagged(var reason) -> add(FLAGGED, reason);
            case Query.Keyed(var key, var prefix) -> {
                if (prefix) {
                    add("e.key >= ?", key);
                    add(" AND e.key < ?", key + Character.toString(Character.MAX_CODE_POINT));
                } else {
                    add("e.key = ?", key);
                }
            }
        }
    }

    private void add(String sql, String argument) {
        condition.append(sql);
        arguments.add(argument);
    }

    private void joined(List<Query> parts, String between, String empty) {
        if (parts.isEmpty()) {
            condition.append(empty);
        }
        for (int i = 0; i < parts.size(); i++) {
            condition.append(i == 0 ? "(" : between + "(");
            append(parts.get(i));
            condition.append(')');
        }
    }

    /// As the full-text index takes it: in quotation marks, whatever is inside is no syntax.
    static String match(Query.Words words) {
        return '"' + String.join(" ", words.tokens()).replace("\"", "\"\"") + '"' + (words.prefix() ? " *" : "");
    }

    private static String like(String characters) {
        return "%" + characters.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private void labelled(Query.Labelled of) {
        String label = label(of.source(), of.task());
        condition.append(of.label() == Query.NONE ? label + " IS NULL" : label + " IS " + of.label());
    }

    private static String label(Source source, long task) {
        String rest = " WHERE x.example_id = e.id AND x.task_id = " + task + ")";
        String given = "(SELECT x.label_id FROM given_label x" + rest;
        String answer = "(SELECT x.label_id FROM current_label x" + rest;
        return switch (source) {
            case COUNTING -> "coalesce(" + answer + ", " + given + ")";
            case GIVEN -> given;
            case ANSWER -> answer;
            case PREDICTED -> "(SELECT p.label_id FROM prediction p WHERE " + CURRENT
                    + " AND p.example_id = e.id AND p.task_id = " + task + ")";
        };
    }

    private void measured(Query.Measured of) {
        condition.append("EXISTS (SELECT 1 FROM prediction p WHERE ").append(CURRENT)
                .append(" AND p.example_id = e.id").append(task(of.task(), "p")).append(" AND CAST(round(")
                .append(measure(of.measure())).append(" * 1000000) AS INTEGER) ").append(of.comparison().sign())
                .append(' ').append(of.millionths()).append(')');
    }

    static String measure(Measure measure) {
        return switch (measure) {
            case CONFIDENCE -> "p.confidence";
            case MARGIN -> """
                    (SELECT max(value) - coalesce((SELECT value FROM json_each(p.probabilities)
                        ORDER BY value DESC LIMIT 1 OFFSET 1), 0) FROM json_each(p.probabilities))
                    """;
            case ENTROPY -> """
                    (SELECT -sum(CASE WHEN value > 0 THEN value * ln(value) ELSE 0 END)
                        FROM json_each(p.probabilities))
                    """;
        };
    }

    private static String task(long task, String table) {
        return task == Query.NONE ? "" : " AND " + table + ".task_id = " + task;
    }

    private void disagrees(Query.Disagrees of) {
        condition.append(of.against() == Against.ANNOTATORS
                ? "EXISTS (SELECT 1 FROM example_state s WHERE s.example_id = e.id AND s.disputed > 0)"
                : "EXISTS (SELECT 1 FROM prediction p WHERE " + CURRENT + " AND p.example_id = e.id"
                        + task(of.task(), "p")
                        + " AND p.label_id <> coalesce((SELECT c.label_id FROM current_label c"
                        + " WHERE c.example_id = e.id AND c.task_id = p.task_id), (SELECT g.label_id FROM given_label g"
                        + " WHERE g.example_id = e.id AND g.task_id = p.task_id)))");
    }

    private static String marked(Mark mark) {
        return switch (mark) {
            case ANSWER -> "EXISTS (SELECT 1 FROM current_label c WHERE c.example_id = e.id)";
            case COMMENT -> state("comments");
            case FLAG -> state("flagged");
            case KNOWLEDGE -> "coalesce(e.knowledge, '') <> ''";
            case LABEL -> "(EXISTS (SELECT 1 FROM current_label c WHERE c.example_id = e.id) OR "
                    + "EXISTS (SELECT 1 FROM given_label g WHERE g.example_id = e.id))";
            case PICTURE -> "e.image IS NOT NULL";
            case PREDICTION -> "EXISTS (SELECT 1 FROM prediction p WHERE " + CURRENT + " AND p.example_id = e.id)";
            case PROBLEM -> "e.problem IS NOT NULL";
            case DUPLICATE -> "(" + DUPLICATE + ")";
            case GOLD -> "EXISTS (SELECT 1 FROM gold o WHERE o.example_id = e.id)";
            case SKIPPED -> state("skips");
        };
    }

    private static String state(String column) {
        return "EXISTS (SELECT 1 FROM example_state s WHERE s.example_id = e.id AND s." + column + " > 0)";
    }
}
