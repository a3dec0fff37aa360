package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.askance.storage.annotation.TaskRows.Difference;
import org.jspecify.annotations.Nullable;

/// What follows from labels that become part of another, or their own again: given labels and gold pairs go with them
/// and back, and what events amount to is made anew. Inside a transaction of the caller's.
final class LabelMerge {

    private static final List<String> PLACES = List.of("given_label", "gold");

    private final Connection connection;

    LabelMerge(Connection connection) {
        this.connection = connection;
    }

    /// @param differences of the rows of labels, which are as they shall be already
    void follow(List<Difference> differences) throws SQLException {
        var touched = new TreeSet<Long>();
        for (var one : differences) {
            if (one.place().table().equals("label")) {
                follow(one, touched);
            }
        }
        if (!touched.isEmpty()) {
            Derived.rebuild(connection, touched);
        }
    }

    private void follow(Difference one, Set<Long> touched) throws SQLException {
        long label = one.place().id();
        Long before = target(one.before());
        Long after = target(one.after());
        if (java.util.Objects.equals(before, after)) {
            return;
        }
        // One that was part of another which is merged in turn goes with that one.
        if (before == null && after != null) {
            take(label, after);
        } else if (before != null && after == null) {
            giveBack(label, before);
        }
        touched.addAll(answered(label));
    }

    private void take(long label, long into) throws SQLException {
        for (String place : PLACES) {
            Sql.update(connection, "INSERT INTO merged_label (label_id, place, example_id) SELECT label_id, '" + place
                    + "', example_id FROM " + place + " WHERE label_id = ?", label);
            Sql.update(connection, "UPDATE " + place + " SET label_id = ? WHERE label_id = ?", into, label);
        }
    }

    /// An import may have changed a given label since: that one stays.
    private void giveBack(long label, long from) throws SQLException {
        for (String place : PLACES) {
            Sql.update(connection, "UPDATE " + place + " SET label_id = ?1 WHERE label_id = ?2 AND example_id IN"
                    + " (SELECT example_id FROM merged_label WHERE label_id = ?1 AND place = '" + place + "')",
                    label, from);
        }
        Sql.update(connection, "DELETE FROM merged_label WHERE label_id = ?", label);
    }

    private @Nullable Long target(@Nullable String label) throws SQLException {
        return label == null ? null : Sql.number(connection, "SELECT ? ->> 'merged_into'", label);
    }

    private List<Long> answered(long label) throws SQLException {
        var examples = new ArrayList<Long>();
        try (var query = connection.prepareStatement("SELECT DISTINCT example_id FROM event WHERE label_id = ?")) {
            query.setLong(1, label);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    examples.add(rows.getLong(1));
                }
            }
        }
        return examples;
    }
}
