package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.askance.storage.query.Query.Mark;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Place;
import org.askance.storage.sql.Watch;

/// All that is found without the disk: columns, words, and what was found and sorted lately. Not thread-safe; see
/// [Finder].
final class FacetIndex {

    private static final int SELECTIONS = 12;
    private static final int SEQUENCES = 4;

    private final Columns columns;
    private final WordIndex words;
    private final Map<Query, Selection> selections = lately(SELECTIONS);
    private final Map<Queue.Order, Sequence> sequences = lately(SEQUENCES);
    private long revision;

    FacetIndex(Columns columns, WordIndex words, long revision) {
        this.columns = columns;
        this.words = words;
        this.revision = revision;
    }

    /// Reads everything, within one transaction.
    static FacetIndex read(Connection connection) throws SQLException {
        long revision = Watch.revision(connection);
        var columns = ColumnReader.all(connection);
        return new FacetIndex(columns, WordIndex.read(connection, columns), revision);
    }

    private static <K, V> Map<K, V> lately(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /// Of the file, which this is as new as.
    long revision() {
        return revision;
    }

    int size() {
        return columns.size;
    }

    /// How many examples came after the words were read.
    int withoutWords() {
        int last = columns.position(words.lastId());
        return columns.size - Math.max(0, last + 1);
    }

    /// Reads `ids`, ascending, anew.
    ///
    /// @return whether that was possible; if not, this must not be used again
    boolean follow(Connection connection, long[] ids, long newRevision) throws SQLException {
        int size = columns.size;
        long measures = measures(ids);
        if (!ColumnReader.again(connection, columns, ids)) {
            return false;
        }
        if (columns.size != size) {
            selections.clear();
            sequences.clear();
        } else {
            var positions = Arrays.stream(ids).mapToInt(columns::position).toArray();
            selections.values().removeIf(selection -> !selection.follow(positions));
            if (measures(ids) != measures) {
                sequences.clear();
            }
        }
        revision = newRevision;
        return true;
    }

    /// Differs when a measure of one of `ids` does.
    private long measures(long[] ids) {
        long hash = 17;
        for (long id : ids) {
            int at = columns.position(id);
            for (var task : columns.tasks) {
                hash = at < 0
                        ? hash
                        : hash * 1_000_003 + (31L * task.confidence[at] + task.margin[at]) * 31
                                + task.entropy[at];
            }
        }
        return hash;
    }

    private Selection selection(Connection connection, Query query) throws SQLException {
        var known = selections.get(query);
        if (known != null) {
            return known;
        }
        var planner = new Planner(columns, words, connection);
        var plan = planner.plan(query);
        var selection = new Selection(plan, columns.size, planner.isLasting());
        selections.put(query, selection);
        return selection;
    }

    int count(Connection connection, Query query) throws SQLException {
        return Bits.count(selection(connection, query).bits);
    }

    long[] ids(Connection connection, Query query) throws SQLException {
        var bits = selection(connection, query).bits;
        var ids = new long[Bits.count(bits)];
        int count = 0;
        for (int at = Bits.next(bits, 0); at >= 0; at = Bits.next(bits, at + 1)) {
            ids[count++] = columns.ids[at];
        }
        return ids;
    }

    /// @param annotator an id, for whom examples are open; −1 if unknown
    Place find(Connection connection, Queue queue, Move move, long from, long annotator) throws SQLException {
        var bits = selection(connection, queue.query()).bits;
        var answered = queue.open() == Queue.Open.TO_ALL ? columns.marked(Mark.ANSWER) : columns.by(annotator);
        var sequence = sequences.computeIfAbsent(queue.order(), order -> Sequence.of(order, columns));
        int here = columns.size == 0 ? -1 : Math.max(-1, columns.position(from));
        int at = switch (move) {
            case FIRST_OPEN -> sequence.next(bits, answered, -1);
            case NEXT_OPEN -> {
                int next = sequence.next(bits, answered, here);
                yield next < 0 ? sequence.next(bits, answered, -1) : next;
            }
            case NEXT -> or(sequence.next(bits, none(), here), here, bits, sequence);
            case PREVIOUS -> or(here < 0 ? -1 : sequence.previous(bits, here), here, bits, sequence);
            case HERE -> here;
        };
        int count = Bits.count(bits);
        int done = 0;
        for (int word = 0; word < bits.length; word++) {
            done += word < answered.length ? Long.bitCount(bits[word] & answered[word]) : 0;
        }
        if (at < 0) {
            return new Place(Queue.NOWHERE, Queue.NOWHERE, count + 1, count, done);
        }
        int following = sequence.next(bits, none(), at);
        return new Place(columns.ids[at], following < 0 ? Queue.NOWHERE : columns.ids[following],
                sequence.before(bits, at) + 1, count, done);
    }

    private static long[] none() {
        return new long[0];
    }

    /// `found`, or else to stay; where that is not in the queue, its first.
    private static int or(int found, int here, long[] bits, Sequence sequence) {
        if (found >= 0) {
            return found;
        }
        return here >= 0 && Bits.has(bits, here) ? here : sequence.next(bits, none(), -1);
    }
}
