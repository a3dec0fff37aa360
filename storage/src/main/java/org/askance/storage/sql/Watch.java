package org.askance.storage.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Notices which examples a transaction touches, whoever writes: by temporary triggers on the one connection that
/// writes, so that no repository has to report. The file's revision rises with every such transaction, also in
/// other processes.
public final class Watch {

    /// @param example the column that holds an example's id; `null` if a change there concerns all examples
    /// @param changed the one column whose change is looked for; `null` for rows added, changed and taken away
    public record Table(String name, @Nullable String example, @Nullable String changed) {
        public Table(String name, @Nullable String example) {
            this(name, example, null);
        }
    }

    /// What one transaction touched.
    ///
    /// @param revision of the file, after it
    /// @param all      whether every example may have changed
    /// @param examples ids, each once, in no order
    public record Change(long revision, boolean all, long[] examples) {}

    private static final long ALL = -1;

    private final Consumer<Change> heard;

    private Watch(Consumer<Change> heard) {
        this.heard = heard;
    }

    static Watch install(Connection writer, List<Table> tables, Consumer<Change> heard) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("CREATE TEMP TABLE IF NOT EXISTS touched (example_id INTEGER PRIMARY KEY)");
            for (var table : tables) {
                for (var trigger : triggers(table)) {
                    statement.execute(trigger);
                }
            }
        }
        return new Watch(heard);
    }

    private static List<String> triggers(Table table) {
        if (table.changed != null) {
            return List.of(trigger(table, "UPDATE OF " + table.changed,
                    "WHEN old." + table.changed + " IS NOT new." + table.changed));
        }
        return List.of(trigger(table, "INSERT", ""), trigger(table, "UPDATE", ""), trigger(table, "DELETE", ""));
    }

    private static String trigger(Table table, String event, String when) {
        String row = event.equals("DELETE") ? "old." : "new.";
        return "CREATE TEMP TRIGGER IF NOT EXISTS touched_" + table.name + "_" + event.replace(' ', '_') + " AFTER "
                + event + " ON main." + table.name + " " + when + " BEGIN INSERT INTO touched VALUES ("
                + (table.example == null ? Long.toString(ALL) : row + table.example)
                + ") ON CONFLICT DO NOTHING; END";
    }

    /// Within the transaction that is about to be committed.
    void tell(Connection writer) throws SQLException {
        var examples = new long[16];
        int count = 0;
        boolean all = false;
        try (var statement = writer.createStatement();
                var rows = statement.executeQuery("SELECT example_id FROM temp.touched")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                if (id == ALL) {
                    all = true;
                } else {
                    examples = count == examples.length ? Arrays.copyOf(examples, 2 * count) : examples;
                    examples[count++] = id;
                }
            }
        }
        if (count == 0 && !all) {
            return;
        }
        try (var statement = writer.createStatement()) {
            statement.execute("DELETE FROM temp.touched");
            try (var row = statement.executeQuery("UPDATE revision SET number = number + 1 RETURNING number")) {
                row.next();
                heard.accept(new Change(row.getLong(1), all, Arrays.copyOf(examples, count)));
            }
        }
    }

    /// The file's revision, as `connection` sees it.
    public static long revision(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT number FROM revision")) {
            row.next();
            return row.getLong(1);
        }
    }
}
