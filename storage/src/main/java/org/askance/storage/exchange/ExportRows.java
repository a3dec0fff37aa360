package org.askance.storage.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Reads what exports write, a page at a time, all from one state of the project: whoever annotates meanwhile
/// does not tear it. Thread-safe.
public final class ExportRows {

    private static final int PAGE = 1_000;

    private final Database database;
    private final Path folder;
    private final String project;

    /// @param folder  the project's, at which relative image paths start
    /// @param project its lasting id
    public ExportRows(Database database, Path folder, String project) {
        this.database = database;
        this.folder = folder;
        this.project = project;
    }

    /// What is noted while these rows are written to `out`.
    Journal.Entry entry(Path out) {
        return Journal.Entry.staged(Journal.Kind.EXPORT, project, folder, out);
    }

    /// Takes the rows; it may throw to stop.
    @FunctionalInterface
    public interface Sink {
        void read(Pages pages) throws IOException;
    }

    /// The rows of one state of the project; usable while the sink runs.
    public interface Pages {
        /// Everyone who ever did anything, in alphabetical order.
        List<String> annotators();

        /// The next rows; `null` after the last.
        @Nullable
        List<ExportRow> next();
    }

    /// Reads `ids` in their order; one that does not exist is left out.
    ///
    /// @param checkpoint whose predictions are wanted; `null`: none
    /// @param timesOf    the annotator whose answer times come along; `null`: nobody's
    public void read(long[] ids, @Nullable Long checkpoint, @Nullable String timesOf, Sink sink)
            throws IOException {
        try {
            database.readSnapshot(connection -> {
                try (var queries = new ExportQueries(connection, folder, checkpoint, timesOf)) {
                    sink.read(new Reading(queries, annotators(connection), ids));
                    return ids.length;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Reading implements Pages {
        private final ExportQueries queries;
        private final List<String> annotators;
        private final long[] ids;
        private int from;

        Reading(ExportQueries queries, List<String> annotators, long[] ids) {
            this.queries = queries;
            this.annotators = annotators;
            this.ids = ids;
        }

        @Override
        public List<String> annotators() {
            return annotators;
        }

        @Override
        public @Nullable List<ExportRow> next() {
            if (from >= ids.length) {
                return null;
            }
            var page = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + PAGE));
            from += page.length;
            try {
                return queries.read(page);
            } catch (SQLException e) {
                throw new StorageException(OfProject.PROJECT_NOT_READ.with(Told.plain(e.getMessage())), e);
            }
        }
    }

    /// Everyone who ever did anything, in alphabetical order.
    public List<String> annotators() {
        return database.read(ExportRows::annotators);
    }

    private static List<String> annotators(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT name FROM annotator n
                        WHERE EXISTS (SELECT 1 FROM event e WHERE e.annotator_id = n.id) ORDER BY name
                        """)) {
            var annotators = new ArrayList<String>();
            while (rows.next()) {
                annotators.add(rows.getString(1));
            }
            return annotators;
        }
    }
}
