package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.askance.storage.query.Query.Against;
import org.askance.storage.query.Query.Measure;
import org.askance.storage.query.Query.Source;

/// Makes a [Plan] of a query. What stands in no column is looked up in the project now; whether the plan then
/// still holds after a change of single examples, [#isLasting()] says.
final class Planner {

    private static final int AT_ONCE = 500;
    private static final int FEW = 5_000;

    private final Columns columns;
    private final WordIndex words;
    private final Connection connection;
    private boolean lasting = true;

    Planner(Columns columns, WordIndex words, Connection connection) {
        this.columns = columns;
        this.words = words;
        this.connection = connection;
    }

    /// Whether the plan follows when examples change.
    boolean isLasting() {
        return lasting;
    }

    Plan plan(Query query) throws SQLException {
        return switch (query) {
            case Query.And(var parts) -> and(plans(parts));
            case Query.Or(var parts) -> or(plans(parts));
            case Query.Not(var part) -> {
                var plan = plan(part);
                yield word -> ~plan.block(word);
            }
            case Query.Words of -> Plan.of(words(of));
            case Query.Part(var characters) -> Plan.of(part(characters));
            case Query.Symbols(var symbols) -> Plan.of(symbols(symbols));
            case Query.InSplit(var splits) -> inSplit(splits);
            case Query.Labelled labelled -> labelled(labelled);
            case Query.Measured measured -> measured(measured);
            case Query.By(var name) -> by(name, id -> word -> Plan.of(columns.by(id)).block(word));
            case Query.ByOthers(var name, var tasks) -> by(name, id -> word -> columns.byOthers(id, tasks, word));
            case Query.SkippedBy(var name) -> by(name, id -> word -> Plan.of(columns.skipped(id)).block(word));
            case Query.FlaggedBy(var name) -> by(name, id -> word -> Plan.of(columns.flagged(id)).block(word));
            case Query.Disagrees disagrees -> disagrees(disagrees);
            // Asked for anew each time: bits may move when the columns grow.
            case Query.Marked(var mark) -> word -> Plan.of(columns.marked(mark)).block(word);
            case Query.Flagged flagged -> {
                lasting = false;
                yield Plan.of(bySql(flagged));
            }
            case Query.Keyed keyed -> Plan.of(bySql(keyed));
        };
    }

    private List<Plan> plans(List<Query> parts) throws SQLException {
        var plans = new ArrayList<Plan>();
        for (var part : parts) {
            plans.add(plan(part));
        }
        return plans;
    }

    private static Plan and(List<Plan> plans) {
        var all = plans.toArray(Plan[]::new);
        return word -> {
            long bits = -1;
            for (int i = 0; i < all.length && bits != 0; i++) {
                bits &= all[i].block(word);
            }
            return bits;
        };
    }

    private static Plan or(List<Plan> plans) {
        var all = plans.toArray(Plan[]::new);
        return word -> {
            long bits = 0;
            for (int i = 0; i < all.length && bits != -1; i++) {
                bits |= all[i].block(word);
            }
            return bits;
        };
    }

    private Plan each(Plan.Test test) {
        return Plan.each(columns.size, test);
    }

    private long[] none() {
        return new long[Bits.words(columns.size)];
    }

    private long[] words(Query.Words of) throws SQLException {
        if (of.tokens().size() > 1) {
            return bySql(of);
        }
        var bits = none();
        words.word(of.tokens().getFirst(), of.prefix(), bits);
        return withLater(bits, of);
    }

    private long[] symbols(List<String> symbols) throws SQLException {
        var bits = none();
        Arrays.fill(bits, -1);
        for (var symbol : symbols) {
            var one = none();
            words.symbol(symbol, one);
            for (int i = 0; i < bits.length; i++) {
                bits[i] &= one[i];
            }
        }
        return withLater(bits, new Query.Symbols(symbols));
    }

    /// The words that contain the part's pieces; where pieces are not the whole truth, each text is looked at.
    private long[] part(String characters) throws SQLException {
        var of = new Query.Part(characters);
        var bits = none();
        Arrays.fill(bits, -1);
        for (var piece : TextTerms.tokens(characters)) {
            var one = none();
            words.part(piece, one);
            for (int i = 0; i < bits.length; i++) {
                bits[i] &= one[i];
            }
        }
        boolean whole = TextTerms.tokens(characters).equals(List.of(characters))
                && characters.chars().allMatch(c -> c >= 0x80);
        if (whole) {
            return withLater(bits, of);
        }
        return Bits.count(bits) > FEW ? bySql(of) : withLater(verified(bits, of), of);
    }

    private long[] verified(long[] candidates, Query query) throws SQLException {
        var bits = none();
        var ids = new ArrayList<Long>();
        for (int at = Bits.next(candidates, 0); at >= 0; at = Bits.next(candidates, at + 1)) {
            ids.add(columns.ids[at]);
        }
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            String some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).stream().map(String::valueOf)
                    .collect(Collectors.joining(",", "(", ")"));
            put(query, "AND e.id IN " + some, bits);
        }
        return bits;
    }

    /// Adds what came after the words were read.
    private long[] withLater(long[] bits, Query query) throws SQLException {
        if (columns.size > 0 && columns.ids[columns.size - 1] > words.lastId()) {
            int last = columns.position(words.lastId());
            for (int at = last < 0 ? 0 : last + 1; at < columns.size; at++) {
                Bits.put(bits, at, false);
            }
            put(query, "AND e.id > " + words.lastId(), bits);
        }
        return bits;
    }

    private long[] bySql(Query query) throws SQLException {
        var bits = none();
        put(query, "", bits);
        return bits;
    }

    /// Joined to one text: a row for each of half a million takes three times as long.
    private void put(Query query, String more, long[] bits) throws SQLException {
        try (var statement = SqlQuery.of(query).prepare(connection, "SELECT group_concat(e.id, ' ') FROM example e",
                more); var row = statement.executeQuery()) {
            byte[] ids = row.next() ? row.getBytes(1) : null;
            if (ids != null) {
                var digits = new Digits(ids);
                while (digits.hasMore()) {
                    int at = columns.position(digits.number());
                    if (at >= 0) {
                        Bits.put(bits, at, true);
                    }
                }
            }
        }
    }

    private Plan inSplit(java.util.Set<String> splits) {
        var wanted = new boolean[Names.SPLITS.size()];
        splits.forEach(split -> wanted[Names.SPLITS.indexOf(split)] = true);
        return each(at -> wanted[columns.splits[at]]);
    }

    private Plan labelled(Query.Labelled of) {
        var task = columns.task(of.task());
        int code = of.label() == Query.NONE ? Columns.NOTHING : columns.code(of.label());
        if (task == null) {
            return _ -> of.label() == Query.NONE ? -1 : 0;
        }
        return switch (of.source()) {
            case Source.COUNTING -> each(at -> task.counting(at) == code);
            case Source.GIVEN -> each(at -> task.given[at] == code);
            case Source.ANSWER -> each(at -> task.answer[at] == code);
            case Source.PREDICTED -> each(at -> task.predicted[at] == code);
        };
    }

    private Plan measured(Query.Measured of) {
        var comparison = of.comparison();
        int bound = of.millionths();
        return or(tasks(of.task()).stream().map(task -> switch (of.measure()) {
            case Measure.CONFIDENCE -> each(at -> holds(comparison, task.confidence[at], bound));
            case Measure.MARGIN -> each(at -> holds(comparison, task.margin[at], bound));
            case Measure.ENTROPY -> each(at -> holds(comparison, task.entropy[at], bound));
        }).toList());
    }

    private static boolean holds(Query.Comparison comparison, int value, int bound) {
        return value != Columns.UNKNOWN && comparison.holds(value, bound);
    }

    private List<Columns.Task> tasks(long id) {
        return Arrays.stream(columns.tasks).filter(task -> id == Query.NONE || task.id == id).toList();
    }

    /// Someone who did nothing yet has no id; what was found for them must not outlast their first act.
    private Plan by(String annotator, LongFunction<Plan> plan) throws SQLException {
        long id = SqlFinder.annotator(connection, annotator);
        lasting &= id != SqlFinder.NOBODY;
        return plan.apply(id);
    }

    private Plan disagrees(Query.Disagrees of) {
        if (of.against() == Against.ANNOTATORS) {
            return word -> Plan.of(columns.disputed()).block(word);
        }
        return or(tasks(of.task()).stream().map(task -> each(at -> {
            int label = task.counting(at);
            return label != Columns.NOTHING && task.predicted[at] != Columns.NOTHING && label != task.predicted[at];
        })).toList());
    }
}
