package org.askance.storage.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inserts rows, many by one statement. With each statement SQLite notes how pages were before it and FTS5 writes down
/// the words it has gathered: one row at a time, that takes longer than all the rest of an import.
final class RowBuffer implements AutoCloseable {

    /// The share of each row in what a statement costs no longer matters here.
    private static final int AT_ONCE = 250;

    private final Connection connection;
    private final String start;
    private final String row;
    private final String end;
    private final PreparedStatement full;
    private final List<@Nullable Object> waiting = new ArrayList<>();
    private final int columns;

    /// @param start of the statement, up to its columns
    /// @param end   what follows the rows
    RowBuffer(Connection connection, String start, int columns, String end) throws SQLException {
        this.connection = connection;
        this.start = start;
        this.row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        this.end = end;
        this.columns = columns;
        full = connection.prepareStatement(sql(AT_ONCE));
    }

    private String sql(int rows) {
        return start + " VALUES " + String.join(", ", Collections.nCopies(rows, row)) + " " + end;
    }

    /// @return whether it must be flushed before more is added
    boolean add(@Nullable Object... values) {
        waiting.addAll(Arrays.asList(values));
        return waiting.size() == AT_ONCE * columns;
    }

    void flush() throws SQLException {
        if (waiting.size() == AT_ONCE * columns) {
            insert(full);
        } else if (!waiting.isEmpty()) {
            try (var statement = connection.prepareStatement(sql(waiting.size() / columns))) {
                insert(statement);
            }
        }
    }

    private void insert(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < waiting.size(); i++) {
            statement.setObject(i + 1, waiting.get(i));
        }
        waiting.clear();
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        full.close();
    }
}
