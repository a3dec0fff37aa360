package org.askance.storage.query;

import java.util.Optional;
import org.askance.storage.sql.Database;

/// Where each annotator stands in each queue, to go on there after a restart. Thread-safe.
public final class QueuePlaces {

    private final Database database;

    public QueuePlaces(Database database) {
        this.database = database;
    }

    /// @param queue its lasting name
    /// @return the example; [Queue#NOWHERE] if they never were in the queue
    public long get(String annotator, String queue) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT p.example_id FROM queue_place p JOIN annotator a ON a.id = p.annotator_id
                    WHERE a.name = ? AND p.queue = ?
                    """)) {
                query.setString(1, annotator);
                query.setString(2, queue);
                try (var row = query.executeQuery()) {
                    return Optional.of(row.next() ? row.getLong(1) : Queue.NOWHERE);
                }
            }
        }).orElseThrow();
    }

    /// Everyone begins with the first open example again, in every queue.
    public void forget() {
        database.write(connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM queue_place")) {
                return delete.executeUpdate();
            }
        });
    }

    /// Notes that `annotator` is at `example`; does nothing for one who is not there (any more): a place noted late
    /// would bring back the name that someone has just given up.
    public void put(String annotator, String queue, long example) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO queue_place (annotator_id, queue, example_id)
                    SELECT id, ?, ? FROM annotator WHERE name = ?
                    ON CONFLICT DO UPDATE SET example_id = excluded.example_id
                    """)) {
                insert.setString(1, queue);
                insert.setLong(2, example);
                insert.setString(3, annotator);
                return insert.executeUpdate();
            }
        });
    }
}
