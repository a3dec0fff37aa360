package org.askance.storage.query;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
    /// What a ranking holds that nothing else is asked beside.
    private final Map<Ranking, long[]> rankedOnly = lately(SEQUENCES);
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

    static FacetIndex readFrom(ArrayInput in) {
        long revision = in.number();
        return new FacetIndex(Columns.readFrom(in), WordIndex.readFrom(in), revision);
    }

    void writeTo(ArrayOutput out) throws IOException {
        out.number(revision);
        columns.writeTo(out);
        words.writeTo(out);
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
            rankedOnly.clear();
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

    /// @param name of the annotator for whom examples are open
    Place find(Connection connection, Queue queue, Move move, long from, String name) throws SQLException {
        var bits = members(connection, queue);
        var asked = new Asked(columns, queue, SqlFinder.annotator(connection, name));
        var answered = asked.closed();
        var sequence = sequences.computeIfAbsent(queue.order(), order -> Sequence.of(order, columns));
        int here = columns.size == 0 ? -1 : Math.max(-1, columns.position(from));
        int at = switch (move) {
            case FIRST_OPEN -> queue.goldEvery() == 0
                    ? after(bits, answered, sequence, -1)
                    : mixed(queue, bits, answered, sequence, -1, name, asked);
            case NEXT_OPEN -> queue.goldEvery() == 0
                    ? after(bits, answered, sequence, here)
                    : mixed(queue, bits, answered, sequence, here, name, asked);
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
        int counted = position(queue, move, bits, answered, sequence, at, asked);
        return new Place(columns.ids[at], following < 0 ? Queue.NOWHERE : columns.ids[following],
                sequence.before(bits, counted) + 1, count, done);
    }

    /// Those of `examples` that are open, whether or not they are in the queue.
    long[] open(Connection connection, Queue queue, long[] examples, String name) throws SQLException {
        var closed = new Asked(columns, queue, SqlFinder.annotator(connection, name)).closed();
        return Arrays.stream(examples).filter(id -> {
            int at = columns.position(id);
            return at >= 0 && !Bits.has(closed, at);
        }).toArray();
    }

    /// Whose position is told: a gold one's own would say what it is, so it has that of the one asked after it.
    private int position(Queue queue, Move move, long[] bits, long[] closed, Sequence sequence, int at,
            Asked asked) {
        boolean walks = move == Move.NEXT || move == Move.PREVIOUS;
        var golden = asked.gold();
        if (queue.goldEvery() == 0 || walks || !Bits.has(golden, at)) {
            return at;
        }
        int next = afterGold(without(bits, golden), closed, sequence, asked);
        return next < 0 ? at : next;
    }

    /// What is in the queue.
    private long[] members(Connection connection, Queue queue) throws SQLException {
        var found = selection(connection, queue.query()).bits;
        if (!(queue.order() instanceof Queue.Order.Ranked(var ranking)) || !ranking.alone()) {
            return found;
        }
        var bits = rankedOnly.computeIfAbsent(ranking, this::ranked).clone();
        for (int word = 0; word < bits.length; word++) {
            bits[word] &= found[word];
        }
        return bits;
    }

    private long[] ranked(Ranking ranking) {
        var bits = new long[Bits.words(columns.size)];
        for (int rank = 0; rank < ranking.size(); rank++) {
            int at = columns.position(ranking.id(rank));
            if (at >= 0) {
                Bits.put(bits, at, true);
            }
        }
        return bits;
    }

    /// The open one to ask after `here`, or a gold one if its turn has come. After a gold one, which stands anywhere,
    /// the first is asked that the annotator has not put off.
    private int mixed(Queue queue, long[] bits, long[] closed, Sequence sequence, int here, String name,
            Asked asked) {
        var mine = asked.mine();
        var golden = asked.gold();
        boolean fromGold = here >= 0 && Bits.has(golden, here);
        boolean putOff = fromGold && !Bits.has(mine, here);
        var gold = new Gold(columns.ids, golden, mine, name.hashCode(), queue.goldEvery());
        int next = putOff || !gold.isDue() ? -1 : gold.next();
        if (next >= 0) {
            return next;
        }
        var others = without(bits, golden);
        if (!fromGold) {
            return after(others, closed, sequence, here);
        }
        return afterGold(others, closed, sequence, asked);
    }

    private int afterGold(long[] others, long[] closed, Sequence sequence, Asked asked) {
        int first = sequence.next(without(others, asked.skipped()), closed, -1);
        return first >= 0 ? first : sequence.next(others, closed, -1);
    }

    private static int after(long[] bits, long[] closed, Sequence sequence, int here) {
        int next = sequence.next(bits, closed, here);
        return next < 0 ? sequence.next(bits, closed, -1) : next;
    }

    private static long[] without(long[] bits, long[] others) {
        var rest = bits.clone();
        for (int word = 0; word < Math.min(rest.length, others.length); word++) {
            rest[word] &= ~others[word];
        }
        return rest;
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
