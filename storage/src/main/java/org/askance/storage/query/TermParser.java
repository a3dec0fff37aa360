package org.askance.storage.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.storage.query.Query.Against;
import org.askance.storage.query.Query.Comparison;
import org.askance.storage.query.Query.Measure;
import org.askance.storage.query.Query.Source;
import org.askance.storage.query.QueryParser.Problem;
import org.askance.storage.told.OfQuery;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// One word or one `field:value`, checked against the project's names.
final class TermParser {

    private static final Pattern NUMBER = Pattern.compile("(\\d{0,4})(?:\\.(\\d{0,12}))?(%?)");
    /// A field and its sign, with nothing behind them.
    private static final Pattern OPEN = Pattern.compile("([\\p{L}_]+)(<=|>=|<|>|:|=)");
    private static final String NO_LABEL = "none";
    private static final int SUGGESTED = 3;
    private static final int LISTED = 8;

    /// What may follow `is:`.
    private static final Map<String, Query> STATES = new TreeMap<>(Map.of("answered",
            new Query.Marked(Query.Mark.ANSWER), "unanswered", new Query.Not(new Query.Marked(Query.Mark.ANSWER)),
            "disputed", new Query.Disagrees(Against.ANNOTATORS, Query.NONE), "flagged",
            new Query.Marked(Query.Mark.FLAG), "duplicate", new Query.Marked(Query.Mark.DUPLICATE), "gold",
            new Query.Marked(Query.Mark.GOLD), "skipped", new Query.Marked(Query.Mark.SKIPPED)));

    private final Names names;

    TermParser(Names names) {
        this.names = names;
    }

    Query text(Token.Text text) {
        String word = text.text();
        if (!text.quoted()) {
            if (word.equalsIgnoreCase(Field.DISAGREE.word())) {
                return new Query.Disagrees(Against.NETWORK, Query.NONE);
            }
            var open = OPEN.matcher(word);
            if (open.matches() && knownField(open.group(1)) != null) {
                throw missing(text.from(), text.to(), open.group(1), open.group(2));
            }
        }
        return TextTerms.query(word, text.quoted());
    }

    /// A field or task as typed, or `null`.
    private @Nullable String knownField(String word) {
        var field = Field.of(word);
        return field != null ? field.word() : task(word) != null ? word : null;
    }

    /// Nothing follows the sign of a field, or only quotation marks without a word.
    private Problem missing(int from, int to, String field, String sign) {
        var known = Field.of(field);
        if (known != null && known.isMeasure()) {
            return Problem.at(from, to, OfQuery.NUMBER_MUST_FOLLOW.with(field + sign, field + known.sign() + "0.6"),
                    List.of(field + known.sign() + "0.6"));
        }
        if (known == Field.FLAG) {
            return Problem.at(from, to, OfQuery.REASON_MUST_FOLLOW.with(field), List.of("is:flagged"));
        }
        if (known == Field.KEY) {
            return Problem.at(from, to, OfQuery.ID_MUST_FOLLOW.with(field), List.of());
        }
        var offered = values(field).stream().limit(SUGGESTED)
                .map(value -> field + ':' + Completion.quoted(value)).toList();
        return Problem.at(from, to, offered.isEmpty()
                ? OfQuery.VALUE_MUST_FOLLOW.with(field)
                : OfQuery.VALUE_MUST_FOLLOW_AS_IN.with(field, offered.getFirst()), offered);
    }

    Query term(Token.Term term) {
        var field = Field.of(term.field());
        if (field == null) {
            var task = task(term.field());
            return task == null ? unknown(term) : labels(term, Source.COUNTING, task);
        }
        return switch (field) {
            case LABEL -> labels(term, Source.COUNTING, null);
            case GIVEN -> labels(term, Source.GIVEN, null);
            case ANSWER -> labels(term, Source.ANSWER, null);
            case PRED -> labels(term, Source.PREDICTED, null);
            case CONF -> measured(term, Measure.CONFIDENCE);
            case MARGIN -> measured(term, Measure.MARGIN);
            case ENTROPY -> measured(term, Measure.ENTROPY);
            case SPLIT ->
                new Query.InSplit(plain(term).stream().map(value -> named(value, Names.SPLITS, OfQuery.NO_SPLIT))
                        .collect(Collectors.toUnmodifiableSet()));
            case BY -> any(term, value -> new Query.By(named(value, names.annotators(), OfQuery.NO_ANNOTATOR)));
            case FLAG -> any(term, value -> new Query.Flagged(value.text()));
            case HAS -> any(term, value -> new Query.Marked(mark(value)));
            case IS -> any(term, TermParser::state);
            case KEY -> any(term, TermParser::key);
            case DISAGREE -> any(term, this::disagreement);
        };
    }

    private Query unknown(Token.Term term) {
        var fields = Stream.concat(Arrays.stream(Field.values()).map(Field::word),
                names.tasks().stream().map(Names.Task::name)).toList();
        var near = Nearest.to(term.field(), fields);
        if (!term.sign().equals(":") && (near.isEmpty() || term.field().length() < 3)) {
            // As in ‘a<b’ or ‘i<3’: nobody meant a field.
            return TextTerms.query(term.field() + ' '
                    + term.values().stream().map(Token.Value::text).collect(Collectors.joining(" ")), false);
        }
        throw Problem.at(term.from(), term.fieldTo(), OfQuery.NO_FIELD.with(term.field(),
                near.isEmpty() ? OfQuery.LOOK_IN_TEXT.with() : meant(near)),
                near);
    }

    private Query any(Token.Term term, Function<Token.Value, Query> one) {
        var parts = plain(term).stream().map(one).toList();
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
    }

    /// Values without signs of their own.
    private List<Token.Value> plain(Token.Term term) {
        if (!term.sign().equals(":") && !term.sign().equals("=")) {
            throw Problem.at(term.fieldTo(), term.fieldTo() + term.sign().length(),
                    OfQuery.NOT_COMPARED.with(term.field()), List.of(":"));
        }
        for (var value : term.values()) {
            if (!value.sign().isEmpty()) {
                throw Problem.at(value.to(), value.to() + value.sign().length(),
                        OfQuery.NO_MEANING.with(value.sign()), List.of());
            }
            needText(term, value);
        }
        return term.values();
    }

    private void needText(Token.Term term, Token.Value value) {
        if (value.text().isBlank()) {
            throw term.values().size() == 1
                    ? missing(term.from(), term.to(), term.field(), term.sign())
                    : Problem.at(term.from(), term.to(), OfQuery.VALUE_MISSING.with(term.field()), List.of());
        }
    }

    private static String named(Token.Value value, List<String> known, OfQuery none) {
        return known.stream().filter(one -> same(one, value.text())).findFirst()
                .orElseThrow(() -> noSuch(value, known, none));
    }

    /// Case does not matter, and an underscore stands for a space.
    private static boolean same(String name, String typed) {
        return name.equalsIgnoreCase(typed) || name.equalsIgnoreCase(typed.replace('_', ' '));
    }

    private static Problem noSuch(Token.Value value, List<String> known, OfQuery none) {
        var near = Nearest.to(value.text(), known);
        return Problem.at(value.from(), value.to(),
                none.with(value.text(), near.isEmpty() ? there(known) : meant(near)),
                near.isEmpty() ? known.stream().limit(SUGGESTED).toList() : near);
    }

    private static Told meant(List<String> near) {
        return OfQuery.DID_YOU_MEAN
                .with(near.stream().<Object>map(name -> name).reduce(OfQuery.THIS_OR_THAT::with).orElseThrow());
    }

    private static Told there(List<String> known) {
        String names = known.stream().limit(LISTED).collect(Collectors.joining(", "));
        return switch (known.size()) {
            case 0 -> OfQuery.NONE_YET.with();
            case 1 -> OfQuery.THERE_IS.with(names);
            default -> (known.size() > LISTED ? OfQuery.THERE_ARE_MORE : OfQuery.THERE_ARE).with(names);
        };
    }

    /// By its name, or else by a former one.
    private Names.@Nullable Task task(String name) {
        return names.tasks().stream().filter(task -> same(task.name(), name)).findFirst()
                .or(() -> names.tasks().stream().filter(task -> task.former().stream().anyMatch(old -> same(old, name)))
                        .findFirst())
                .orElse(null);
    }

    private Query labels(Token.Term term, Source source, Names.@Nullable Task of) {
        if (!term.sign().equals(":") && !term.sign().equals("=")) {
            plain(term);
        }
        var parts = new ArrayList<Query>();
        var values = term.values();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var task = of;
            if (!value.sign().isEmpty()) {
                task = named(value);
                value = values.get(++i);
            }
            needText(term, value);
            parts.add(label(source, task, value));
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
    }

    private Names.Task named(Token.Value value) {
        var known = task(value.text());
        if (known != null) {
            return known;
        }
        throw noSuch(value, names.tasks().stream().map(Names.Task::name).toList(), OfQuery.NO_TASK);
    }

    private Query label(Source source, Names.@Nullable Task task, Token.Value value) {
        var tasks = task == null ? names.tasks() : List.of(task);
        var found = new ArrayList<Query>();
        for (var one : tasks) {
            one.labels().stream().filter(label -> same(label.name(), value.text()))
                    .forEach(label -> found.add(new Query.Labelled(source, one.id(), label.id())));
        }
        boolean none = !value.quoted() && value.text().equalsIgnoreCase(NO_LABEL);
        if (found.isEmpty() && !none) {
            // What was renamed or retired since the query was kept.
            for (var one : tasks) {
                one.retired().stream().filter(label -> same(label.name(), value.text())).findFirst()
                        .ifPresent(label -> found.add(new Query.Labelled(source, one.id(), label.id())));
            }
        }
        if (found.isEmpty() && none) {
            // Without a task: none in any.
            return all(tasks.stream().<Query>map(one -> new Query.Labelled(source, one.id(), Query.NONE)).toList());
        }
        if (found.isEmpty()) {
            throw noSuch(value, tasks.stream().flatMap(one -> one.labels().stream()).map(Names.Label::name).distinct()
                    .toList(), OfQuery.NO_LABEL);
        }
        return found.size() == 1 ? found.getFirst() : new Query.Or(found);
    }

    private static Query all(List<Query> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    private Query measured(Token.Term term, Measure measure) {
        long task = Query.NONE;
        String sign = term.sign();
        var values = new ArrayList<>(term.values());
        if (sign.equals(":") && !values.getFirst().sign().isEmpty()) {
            task = named(values.getFirst()).id();
            sign = values.removeFirst().sign();
        }
        if (values.stream().anyMatch(value -> value.text().isBlank())) {
            throw values.size() == 1
                    ? missing(term.from(), term.to(), term.field(), task == Query.NONE ? term.sign() : sign)
                    : Problem.at(term.from(), term.to(), OfQuery.SIGN_MISSING.with(term.field()),
                            List.of(term.field() + "<0.6"));
        }
        if (values.size() > 1) {
            throw Problem.at(values.getFirst().from(), term.to(),
                    OfQuery.ONE_NUMBER.with(), List.of());
        }
        var comparison = comparison(sign);
        if (comparison == null) {
            var named = task(values.getFirst().text());
            var told = OfQuery.COMPARED_WITH_NUMBER.with(term.field());
            throw named == null
                    ? Problem.at(term.fieldTo(), term.fieldTo() + 1, told, List.of("<", ">"))
                    : Problem.at(term.from(), term.to(), told,
                            List.of(term.field() + ':' + Completion.quoted(named.name()) + "<0.6"));
        }
        return new Query.Measured(measure, task, comparison, within(term, values.getFirst(), most(measure)));
    }

    private static @Nullable Comparison comparison(String sign) {
        return Arrays.stream(Comparison.values()).filter(one -> one.sign().equals(sign)).findFirst().orElse(null);
    }

    /// What no measure can exceed: a mistyped figure would find nothing, or all, without a word.
    private double most(Measure measure) {
        return switch (measure) {
            case CONFIDENCE, MARGIN -> 1;
            case ENTROPY -> Math.log(names.tasks().stream().mapToInt(task -> task.labels().size()).max().orElse(0) < 2
                    ? 2
                    : names.tasks().stream().mapToInt(task -> task.labels().size()).max().orElse(2));
        };
    }

    private static int within(Token.Term term, Token.Value value, double most) {
        int number = millionths(value);
        // Figures are written with two decimals: 1.10 for three labels.
        if (number <= Math.ceil(most * 100) * 10_000) {
            return number;
        }
        boolean percent = most == 1 && value.text().matches("\\d{1,2}|100");
        throw Problem.at(value.from(), value.to(), most == 1
                ? OfQuery.ABOVE_ONE.with(value.text(), term.field())
                : OfQuery.ABOVE_MOST.with(value.text(), term.field(), String.format(Locale.ROOT, "%.2f", most)),
                List.of(percent ? value.text() + '%' : "0.5"));
    }

    private static int millionths(Token.Value value) {
        var number = NUMBER.matcher(value.text());
        if (!number.matches() || value.text().chars().noneMatch(Character::isDigit) || !value.sign().isEmpty()) {
            throw Problem.at(value.from(), value.to(), OfQuery.NO_NUMBER.with(value.text()), List.of("0.5"));
        }
        String text = value.text();
        boolean percent = text.endsWith("%");
        double amount = Double.parseDouble((percent ? text.substring(0, text.length() - 1) : text) + "0");
        if (text.indexOf('.') < 0) {
            amount /= 10;
        }
        return (int) Math.round(Math.min(amount / (percent ? 100 : 1), 1000) * 1_000_000);
    }

    private static Query.Mark mark(Token.Value value) {
        var marks = Arrays.stream(Query.Mark.values()).filter(mark -> mark.field().equals("has")).toList();
        String word = named(value, marks.stream().map(Query.Mark::word).toList(), OfQuery.NO_HAS);
        return Query.Mark.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Query state(Token.Value value) {
        return java.util.Objects.requireNonNull(STATES.get(named(value, List.copyOf(STATES.keySet()), OfQuery.NO_IS)));
    }

    private static Query key(Token.Value value) {
        boolean prefix = !value.quoted() && value.text().length() > 1 && value.text().endsWith("*");
        return new Query.Keyed(prefix ? value.text().substring(0, value.text().length() - 1) : value.text(), prefix);
    }

    private Query disagreement(Token.Value value) {
        var against = Arrays.stream(Against.values()).filter(one -> one.name().equalsIgnoreCase(value.text()))
                .findFirst();
        if (against.isPresent()) {
            return new Query.Disagrees(against.get(), Query.NONE);
        }
        var known = Stream.concat(Stream.of("network", "annotators"), names.tasks().stream().map(Names.Task::name))
                .toList();
        var task = task(value.text());
        if (task == null) {
            throw noSuch(value, known, OfQuery.NO_DISAGREE);
        }
        return new Query.Disagrees(Against.NETWORK, task.id());
    }

    /// What may follow a field or task, in the order in which it is offered.
    List<String> values(String field) {
        var labels = names.tasks().stream().flatMap(task -> task.labels().stream()).map(Names.Label::name).distinct()
                .toList();
        var tasks = names.tasks().stream().map(Names.Task::name).toList();
        var known = Field.of(field);
        if (known == null) {
            var task = task(field);
            return task == null
                    ? List.of()
                    : Stream.concat(task.labels().stream().map(Names.Label::name), Stream.of(NO_LABEL)).toList();
        }
        return switch (known) {
            case LABEL, GIVEN, ANSWER, PRED -> Stream.concat(labels.stream(), Stream.of(NO_LABEL)).toList();
            case CONF, MARGIN, ENTROPY -> tasks;
            case SPLIT -> Names.SPLITS;
            case BY -> names.annotators();
            case FLAG -> names.flags();
            case HAS -> Arrays.stream(Query.Mark.values()).filter(mark -> mark.field().equals(known.word()))
                    .map(Query.Mark::word).toList();
            case IS -> List.copyOf(STATES.keySet());
            case KEY -> List.of();
            case DISAGREE -> Stream.concat(Stream.of("network", "annotators"), tasks.stream()).toList();
        };
    }

    /// The labels of a task.
    Set<String> labelsOf(String name) {
        var task = task(name);
        return task == null
                ? Set.of()
                : Stream.concat(task.labels().stream().map(Names.Label::name), Stream.of(NO_LABEL))
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
