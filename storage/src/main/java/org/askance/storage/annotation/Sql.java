package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/// Shorthand for single values in a transaction of the caller's.
final class Sql {

    private Sql() {}

    /// The first column of the first row; `null` if there is no row, or it is NULL.
    static @Nullable Long number(Connection connection, String query, @Nullable Object... arguments)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            bind(statement, arguments);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                long value = row.getLong(1);
                return row.wasNull() ? null : value;
            }
        }
    }

    static long required(@Nullable Long number) {
        if (number == null) {
            throw new IllegalStateException("the query always gives a row");
        }
        return number;
    }

    /// How many rows changed.
    static int update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    static void set(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, value);
        }
    }
}
