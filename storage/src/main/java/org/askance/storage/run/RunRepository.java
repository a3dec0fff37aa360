package org.askance.storage.run;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Trainings, recorded before their first step, so that even a crash leaves a record. Thread-safe.
public final class RunRepository {

    /// How a run stands.
    public enum State {
        RUNNING, FINISHED, CANCELLED, FAILED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is known before the first step.
    ///
    /// @param plan        JSON
    /// @param datasetHash of the texts, pictures and labels that are learnt from
    public record Start(String plan, long seed, String datasetHash, String programVersion, String device) {}

    /// A training of the past, or the running one.
    public record Run(long id, Start start, Instant startedAt, State state, @Nullable Long checkpoint) {}

    private final Database database;
    private final Clock clock;

    public RunRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public long start(Start start) {
        return database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO run (plan, seed, dataset_hash, program_version, device, started_at, state)
                    VALUES (?, ?, ?, ?, ?, ?, 'running') RETURNING id
                    """)) {
                insert.setString(1, start.plan());
                insert.setLong(2, start.seed());
                insert.setString(3, start.datasetHash());
                insert.setString(4, start.programVersion());
                insert.setString(5, start.device());
                insert.setLong(6, clock.millis());
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// @param checkpoint what came of it, if anything did
    public void end(long id, State state, @Nullable Long checkpoint) {
        database.write(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE run SET state = ?, ended_at = ?, checkpoint_id = ? WHERE id = ?")) {
                update.setString(1, state.key());
                update.setLong(2, clock.millis());
                if (checkpoint == null) {
                    update.setNull(3, Types.INTEGER);
                } else {
                    update.setLong(3, checkpoint);
                }
                update.setLong(4, id);
                return update.executeUpdate();
            }
        });
    }

    /// Marks those that still run as failed: whoever may write a project is alone in it, so nobody trains.
    ///
    /// @return how many were cut off
    public int endCutOff() {
        return database.write(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE run SET state = 'failed', ended_at = ? WHERE state = 'running'")) {
                update.setLong(1, clock.millis());
                return update.executeUpdate();
            }
        });
    }

    /// All, oldest first.
    public List<Run> list() {
        return database.read(connection -> {
            var runs = new ArrayList<Run>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                    SELECT id, plan, seed, dataset_hash, program_version, device, started_at, state, checkpoint_id
                    FROM run ORDER BY id
                    """)) {
                while (rows.next()) {
                    long checkpoint = rows.getLong(9);
                    boolean none = rows.wasNull();
                    runs.add(new Run(rows.getLong(1),
                            new Start(rows.getString(2), rows.getLong(3), rows.getString(4), rows.getString(5),
                                    rows.getString(6)),
                            Instant.ofEpochMilli(rows.getLong(7)),
                            State.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)), none ? null : checkpoint));
                }
            }
            return runs;
        });
    }
}
