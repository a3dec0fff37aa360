package org.askance.storage.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// What imports write and compare with. Thread-safe.
public final class ImportRepository {

    private final Database database;
    private final Path folder;
    private final Clock clock;

    /// @param folder what relative image paths start at
    public ImportRepository(Database database, Path folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// How an import ended.
    public enum Ending {
        DONE, STOPPED, FAILED;

        static @Nullable Ending of(@Nullable String key) {
            return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElse(null);
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An import that was begun.
    ///
    /// @param ending  `null`: it was cut off, or noted before endings were
    /// @param failure why it failed, as a sentence; empty if it did not
    public record Done(Path path, String format, Instant at, @Nullable Ending ending, String failure) {}

    /// The latest import of the same content, wherever it lay.
    public Optional<Done> latest(String hash) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "SELECT path, format, imported_at, ended, failure FROM source WHERE hash = ? ORDER BY id DESC LIMIT 1")) {
                query.setString(1, hash);
                try (var row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Done(Path.of(row.getString(1)), row.getString(2),
                                    Instant.ofEpochMilli(row.getLong(3)), Ending.of(row.getString(4)),
                                    Objects.requireNonNullElse(row.getString(5), "")))
                            : Optional.<Done>empty();
                }
            }
        });
    }

    /// Notes an import that begins.
    ///
    /// @param hash    of the files that say what the pairs are
    /// @param mapping which column was read as what, as JSON; `null` if the format fixes it
    /// @return its id
    public long begin(Path path, Format format, String hash, @Nullable String mapping) {
        return database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO source (path, format, hash, mapping, imported_at) VALUES (?, ?, ?, ?, ?) RETURNING id
                    """)) {
                insert.setString(1, path.toAbsolutePath().normalize().toString());
                insert.setString(2, format.key());
                insert.setString(3, hash);
                insert.setString(4, mapping);
                insert.setLong(5, clock.millis());
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Notes how the import `id` ended.
    ///
    /// @param failure why it failed; empty if it did not
    public void end(long id, Ending ending, String failure) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("UPDATE source SET ended = ?, failure = ? WHERE id = ?")) {
                update.setString(1, ending.key());
                update.setString(2, failure.isEmpty() ? null : failure);
                update.setLong(3, id);
                return update.executeUpdate();
            }
        });
    }

    /// How `examples`, whose images have been looked at, stand to the project; nothing is written.
    public List<Standing> compare(List<Looked> examples) {
        return database.read(connection -> {
            try (var comparison = new ImportComparison(connection, folder)) {
                var standings = new ArrayList<Standing>(examples.size());
                for (var example : examples) {
                    standings.add(comparison.of(example));
                }
                return standings;
            }
        });
    }

    /// One example with what was found out about it beside.
    ///
    /// @param example with the split that its source names
    /// @param note    what is worth knowing of its picture
    /// @param placed  the split that it goes to
    /// @param moving  whether one that is there goes to `placed` too, where splits follow the source
    /// @param edits   labels, by task, that somebody typed into a table of ours
    public record Looked(NewExample example, @Nullable String note, Split placed, boolean moving,
            Map<String, String> edits) {

        public Looked {
            edits = Map.copyOf(edits);
        }

        /// One into whose labels nobody typed anything.
        public Looked(NewExample example, @Nullable String note, Split placed, boolean moving) {
            this(example, note, placed, moving, Map.of());
        }

        /// One that goes where its source names it.
        public Looked(NewExample example, @Nullable String note) {
            this(example, note, example.split(), false);
        }
    }

    /// Adds what is new and brings what is there up to date, in one transaction. Answers are never touched, nor added:
    /// labels that were typed into a table are the caller's to take over. What is replaced is kept as a former value.
    ///
    /// @param updates which changes of known examples are taken over
    /// @param seen    ids of examples that this source gave before, of which the first row counts; grows by these
    /// @return for each its id and how it stood before
    public List<Applied> apply(List<Looked> examples, long source, Set<Change> updates, BitSet seen) {
        return database.write(connection -> {
            try (var comparison = new ImportComparison(connection, folder);
                    var write = new ImportWrite(connection, folder, source, clock.millis())) {
                var applied = new ArrayList<Applied>(examples.size());
                for (var looked : examples) {
                    if (write.isWaiting(looked.example().key())) {
                        write.flush();
                    }
                    var standing = comparison.of(looked);
                    applied.add(switch (standing) {
                        case Standing.New() -> new Applied(write.insert(looked), standing, false);
                        case Standing.Known known -> {
                            boolean again = seen.get(Math.toIntExact(known.id()));
                            if (!again) {
                                write.update(known, looked, updates);
                            }
                            yield new Applied(known.id(), standing, again);
                        }
                    });
                    seen.set(Math.toIntExact(applied.getLast().id));
                }
                write.flush();
                return applied;
            }
        });
    }

    /// @param before how the example stood before
    /// @param again  whether the source gave it before: then this row changed nothing
    public record Applied(long id, Standing before, boolean again) {}

    /// The highest id so far; 0 in an empty project.
    public long lastId() {
        return database.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM example")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// Keys of examples that came from `path` before and are not among `seen` now.
    public List<String> gone(Path path, BitSet seen) {
        return database.read(connection -> {
            var keys = new ArrayList<String>();
            try (var query = connection.prepareStatement("""
                    SELECT e.id, e.key FROM example e JOIN source s ON s.id = e.source_id WHERE s.path = ? ORDER BY e.id
                    """)) {
                query.setString(1, path.toAbsolutePath().normalize().toString());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        if (!seen.get(Math.toIntExact(rows.getLong(1)))) {
                            keys.add(rows.getString(2));
                        }
                    }
                }
            }
            return keys;
        });
    }

    /// What an example was before an import changed it.
    ///
    /// @param field text, knowledge, image, split, or a task's name after `label:`
    public record Former(String field, @Nullable String value, Instant changedAt) {}

    /// All that imports replaced in an example, oldest first.
    public List<Former> former(long example) {
        return database.read(connection -> {
            var former = new ArrayList<Former>();
            try (var query = connection.prepareStatement(
                    "SELECT field, value, changed_at FROM former_value WHERE example_id = ? ORDER BY id")) {
                query.setLong(1, example);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        former.add(new Former(rows.getString(1), rows.getString(2),
                                Instant.ofEpochMilli(rows.getLong(3))));
                    }
                }
            }
            return former;
        });
    }
}
