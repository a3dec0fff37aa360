package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Place;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.StorageException;
import org.askance.storage.sql.Watch;
import org.askance.storage.told.OfProject;
import org.jspecify.annotations.Nullable;

/// Finds examples. Counting an arbitrary filter over a million examples takes SQLite a second and more, columns
/// in memory a few milliseconds: so those are read in the background (some seconds for a million), follow every write of this
/// process, and are read anew when another has written. Until they are there, SQL answers the same. Thread-safe.
public final class Finder implements AutoCloseable {

    private static final List<Watch.Table> WATCHED = List.of(new Watch.Table("example", "id"),
            new Watch.Table("given_label", "example_id"), new Watch.Table("current_label", "example_id"),
            new Watch.Table("prediction", "example_id"), new Watch.Table("annotator_label", "example_id"),
            new Watch.Table("example_state", "example_id"), new Watch.Table("gold", "example_id"),
            new Watch.Table("example", null, "text"), new Watch.Table("checkpoint", null, "current"),
            new Watch.Table("task", null), new Watch.Table("label", null));

    /// So few are read at once rather than asked by SQL.
    private static final int FEW = 20_000;
    /// More changes than these are not followed one by one.
    private static final int CHANGES = 50_000;

    private final Database database;
    private final ColumnCache cache;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Watch.Change> changes = new ArrayList<>();
    private int changed;
    private @Nullable FacetIndex index;
    private @Nullable CompletableFuture<FacetIndex> reading;
    private boolean closed;
    /// To be kept; as new as the file was when this was closed.
    private @Nullable FacetIndex last;

    public Finder(Database database, ColumnCache cache) {
        this.database = database;
        this.cache = cache;
        database.watch(WATCHED, this::heard);
    }

    private void heard(Watch.Change change) {
        synchronized (changes) {
            boolean many = change.all() || (changed += change.examples().length) > CHANGES;
            if (many) {
                // Everything must be read anew: no need to remember what.
                changes.clear();
                changed = 0;
            }
            changes.add(many ? new Watch.Change(change.revision(), true, new long[0]) : change);
        }
    }

    /// Starts to read the columns, if that has not begun; returns at once.
    public void warm() {
        lock.lock();
        try {
            if (index == null && reading == null && !closed) {
                start();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the columns are there and as new as the file.
    public void await() {
        lock.lock();
        try {
            var _ = current(true);
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        var future = new CompletableFuture<FacetIndex>();
        reading = future;
        Thread.ofPlatform().daemon().name("facets").start(() -> {
            try {
                var kept = cache.take();
                future.complete(kept == null ? database.readSnapshot(FacetIndex::read) : kept);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        });
    }

    /// The index, as new as the file; `null` if it is being read and `wait` is false. Call under the lock.
    private @Nullable FacetIndex current(boolean wait) {
        if (closed) {
            throw new StorageException(OfProject.PROJECT_CLOSED.with());
        }
        if (index == null) {
            if (reading == null) {
                start();
            }
            var future = Objects.requireNonNull(reading);
            if (!future.isDone() && !wait && examples() > FEW) {
                return null;
            }
            // What failed is tried again next time.
            reading = null;
            index = joined(future);
        }
        var now = index;
        if (!database.readSnapshot(connection -> follow(connection, now))) {
            index = null;
            start();
            return wait || examples() <= FEW ? current(wait) : null;
        }
        return now;
    }

    private static FacetIndex joined(CompletableFuture<FacetIndex> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private int examples() {
        return database.read(connection -> (int) ColumnReader.ids(connection,
                "SELECT coalesce(max(id), 0) FROM example")[0]);
    }

    /// Brings `old` up to date.
    ///
    /// @return whether that was possible
    private boolean follow(Connection connection, FacetIndex old) throws SQLException {
        long now = Watch.revision(connection);
        if (now == old.revision()) {
            return true;
        }
        var news = taken(old.revision(), now);
        // A revision that nobody here announced is another process's.
        boolean known = news.stream().mapToLong(Watch.Change::revision).filter(number -> number > old.revision())
                .distinct().count() == now - old.revision();
        if (!known || news.stream().anyMatch(Watch.Change::all) || old.withoutWords() > CHANGES) {
            return false;
        }
        var ids = news.stream().flatMapToLong(change -> Arrays.stream(change.examples())).distinct().sorted()
                .toArray();
        return old.follow(connection, ids, now);
    }

    /// What was announced and is committed; it is forgotten here.
    private List<Watch.Change> taken(long after, long until) {
        synchronized (changes) {
            var taken = changes.stream().filter(change -> change.revision() <= until).toList();
            changes.removeAll(taken);
            changed = changes.stream().mapToInt(change -> change.examples().length).sum();
            return taken.stream().filter(change -> change.revision() > after).toList();
        }
    }

    /// What queries may name now.
    public Names names() {
        return database.read(NameReader::read);
    }

    public Parsed parse(String text) {
        return QueryParser.parse(text, names());
    }

    /// What may be typed at `caret`.
    public List<Suggestion> complete(String text, int caret) {
        return Completion.at(text, caret, names());
    }

    public int count(Query query) {
        var byIndex = indexed((connection, facets) -> facets.count(connection, query), false);
        return byIndex != null ? byIndex : database.read(connection -> SqlFinder.count(connection, query));
    }

    /// Ids of what `query` finds, in the order of import.
    public long[] ids(Query query) {
        var byIndex = indexed((connection, facets) -> facets.ids(connection, query), false);
        return byIndex != null ? byIndex : idsBySql(query);
    }

    /// Goes from one example of a queue to another. Orders other than the dataset's, and gold examples, wait for the
    /// columns.
    ///
    /// @param from the example one is at; [Queue#NOWHERE] if at none
    public Place find(Queue queue, Move move, long from, String annotator) {
        boolean needed = !(queue.order() instanceof Queue.Order.Dataset) || queue.goldEvery() > 0;
        var byIndex = indexed((connection, facets) -> facets.find(connection, queue, move, from,
                annotator), needed);
        return byIndex != null
                ? byIndex
                : findBySql(queue, move, from, annotator);
    }

    /// Those of `examples` that are open to `annotator` in a queue, whether or not its query finds them. Waits for the
    /// columns.
    public long[] open(Queue queue, long[] examples, String annotator) {
        return Objects.requireNonNull(
                indexed((connection, facets) -> facets.open(connection, queue, examples, annotator), true));
    }

    /// As [#ids] answers while the columns are being read.
    long[] idsBySql(Query query) {
        return database.read(connection -> SqlFinder.ids(connection, query));
    }

    /// As [#find] answers while the columns are being read.
    Place findBySql(Queue queue, Move move, long from, String annotator) {
        return database.readSnapshot(connection -> SqlFinder.find(connection, queue, move, from, annotator));
    }

    @FunctionalInterface
    private interface ByIndex<T> {
        T from(Connection connection, FacetIndex facets) throws SQLException;
    }

    private <T> @Nullable T indexed(ByIndex<T> work, boolean wait) {
        lock.lock();
        try {
            var current = current(wait);
            return current == null ? null : database.read(connection -> work.from(connection, current));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            var read = index == null && reading != null && reading.isDone() ? joined(reading) : index;
            if (read != null && database.readSnapshot(connection -> follow(connection, read))) {
                last = read;
            }
        } catch (RuntimeException _) {
            // They are read anew next time.
        } finally {
            closed = true;
            index = null;
            lock.unlock();
        }
    }

    /// Keeps the columns for the next opening. Call once this and the database are closed.
    ///
    /// @param now how the database stands, see [org.askance.storage.sql.Backups#fingerprint()]
    public void keep(String now) {
        var kept = last;
        last = null;
        if (kept != null) {
            cache.keep(kept, now);
        }
    }
}
