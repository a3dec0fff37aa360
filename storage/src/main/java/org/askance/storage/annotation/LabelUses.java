package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;

/// Counts what holds labels.
final class LabelUses {

    private static final String OF_TASK = "(SELECT id FROM label WHERE task_id = ?1)";

    private LabelUses() {}

    static LabelUse ofLabel(Connection connection, long label) throws SQLException {
        return of(connection, "(?1)", label);
    }

    static LabelUse ofTask(Connection connection, long task) throws SQLException {
        return of(connection, OF_TASK, task);
    }

    private static LabelUse of(Connection connection, String in, long id) throws SQLException {
        return new LabelUse(count(connection, "event WHERE label_id IN " + in, id),
                placed(connection, "given_label", in, id), placed(connection, "gold", in, id),
                count(connection, "prediction WHERE label_id IN " + in, id),
                Sql.required(Sql.number(connection, "SELECT count(DISTINCT o.checkpoint_id) FROM label_order o,"
                        + " json_each(o.labels) l WHERE l.value IN " + in, id)),
                count(connection, "label WHERE merged_into IN " + in, id));
    }

    /// Those that went with a merged label are its own still: they come back with it.
    private static long placed(Connection connection, String place, String in, long id) throws SQLException {
        return count(connection, place + " WHERE label_id IN " + in, id)
                + count(connection, "merged_label WHERE place = '" + place + "' AND label_id IN " + in, id);
    }

    private static long count(Connection connection, String from, long id) throws SQLException {
        return Sql.required(Sql.number(connection, "SELECT count(*) FROM " + from, id));
    }
}
