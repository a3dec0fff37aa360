package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.NewPrediction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random queries over a random project: columns, SQL and a plain loop over all examples find the same, while
/// answers, flags, predictions and examples come and go.
class OracleTest {

    private static final List<String> WORDS = List.of("rain", "rainy", "Train", "café", "don't", "天気", "今日はいい天気", "😂",
            "☀️", "love", "lovely", "late", "a", "the", "سعيد", "Ärger", "100%", "x_y");
    private static final List<String> PEOPLE = List.of("ada", "ben o'neil");
    private static final List<String> REASONS = List.of("bad picture", "spam");
    private static final Map<String, List<String>> LABELS = new TreeMap<>(Map.of("sarcasm",
            List.of("not sarcastic", "sarcastic"), "sentiment", List.of("positive", "negative", "neutral")));

    /// What the loop knows of an example.
    private static final class Row {
        final long id;
        final String key;
        final String text;
        final Split split;
        final Map<String, String> given;
        final Map<String, float[]> predicted = new HashMap<>();
        final List<Map.Entry<String, Map<String, String>>> answers = new ArrayList<>();
        @Nullable
        String flag;
        boolean comment;
        boolean skipped;

        Row(long id, String key, String text, Split split, Map<String, String> given) {
            this.id = id;
            this.key = key;
            this.text = text;
            this.split = split;
            this.given = given;
        }

        @Nullable
        String answer(String task) {
            return answers.stream().map(one -> one.getValue().get(task)).filter(java.util.Objects::nonNull)
                    .reduce((_, last) -> last).orElse(null);
        }

        @Nullable
        String counting(String task) {
            var answer = answer(task);
            return answer == null ? given.get(task) : answer;
        }

        @Nullable
        String prediction(String task) {
            var p = predicted.get(task);
            if (p == null) {
                return null;
            }
            int best = 0;
            for (int i = 1; i < p.length; i++) {
                best = p[i] > p[best] ? i : best;
            }
            return java.util.Objects.requireNonNull(LABELS.get(task)).get(best);
        }

        boolean disagrees(String task) {
            var label = counting(task);
            var prediction = prediction(task);
            return label != null && prediction != null && !label.equals(prediction);
        }

        boolean disputed() {
            for (var task : LABELS.keySet()) {
                var labels = PEOPLE.stream().map(person -> answers.stream()
                        .filter(one -> one.getKey().equals(person)).map(one -> one.getValue().get(task))
                        .filter(java.util.Objects::nonNull).reduce((_, last) -> last).orElse(null))
                        .filter(java.util.Objects::nonNull).distinct().count();
                if (labels > 1) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Asked(String text, Predicate<Row> holds) {}

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final List<Row> rows = new ArrayList<>();

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void allWaysFindTheSame() {
        try (var project = Project.create(folder.resolve("p"), "oracle")) {
            long checkpoint = project.checkpoints().add("one", Path.of("/c"), null);
            add(project, 150);
            for (int round = 0; round < 8; round++) {
                change(project, checkpoint);
                for (int i = 0; i < 60; i++) {
                    check(project, query(3));
                }
            }
        }
    }

    private void check(Project project, Asked asked) {
        var parsed = project.finder().parse(asked.text);
        assertThat(parsed).as(asked.text).isInstanceOf(Parsed.Good.class);
        var query = ((Parsed.Good) parsed).query();
        long[] expected = rows.stream().filter(asked.holds).mapToLong(row -> row.id).toArray();
        assertThat(project.finder().ids(query)).as(asked.text).isEqualTo(expected);
        assertThat(project.finder().count(query)).as(asked.text).isEqualTo(expected.length);
        assertThat(project.finder().idsBySql(query)).as("SQL: " + asked.text).isEqualTo(expected);
    }

    private void add(Project project, int count) {
        var examples = new ArrayList<NewExample>();
        for (int i = 0; i < count; i++) {
            var text = new ArrayList<String>();
            int length = 1 + random.nextInt(6);
            for (int w = 0; w < length; w++) {
                text.add(any(WORDS));
            }
            var given = labels();
            var row = new Row(rows.size() + 1L, "k" + rows.size() % 37 + "_" + rows.size(), String.join(" ", text),
                    any(List.of(Split.values())), given);
            rows.add(row);
            examples.add(Fixtures.example(row.key, row.text, row.split, given));
        }
        project.examples().addAll(examples);
    }

    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        LABELS.forEach((task, names) -> {
            if (random.nextInt(3) > 0) {
                labels.put(task, any(names));
            }
        });
        return labels;
    }

    private void change(Project project, long checkpoint) {
        add(project, random.nextInt(20));
        for (int i = 0; i < 25; i++) {
            var row = any(rows);
            switch (random.nextInt(6)) {
                case 0 -> {
                    var labels = labels();
                    if (!labels.isEmpty()) {
                        String who = any(PEOPLE);
                        labels.forEach((task, label) -> {
                            project.annotations().save(Fixtures.answer(row.id, task, label, who));
                            row.answers.add(Map.entry(who, Map.of(task, label)));
                        });
                    }
                }
                case 1 -> {
                    row.flag = any(REASONS);
                    project.annotations().flag(row.id, row.flag, "ada");
                }
                case 2 -> {
                    row.comment = true;
                    project.annotations().comment(row.id, "so it is", "ada");
                }
                case 3 -> {
                    var probabilities = Map.of("sarcasm", softmax(2), "sentiment", softmax(3));
                    row.predicted.putAll(probabilities);
                    project.predictions().save(checkpoint, List.of(new NewPrediction(row.id, probabilities)));
                }
                case 5 -> {
                    row.skipped = true;
                    project.annotations().skip(row.id, "zoe", Circumstances.NONE);
                }
                case 4 -> {
                    project.annotations().unflag(row.id, "ada");
                    row.flag = null;
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    /// With three decimals, so that comparisons with two never depend on rounding.
    private float[] softmax(int classes) {
        int left = 1000;
        var p = new float[classes];
        for (int i = 0; i < classes; i++) {
            int part = i == classes - 1 ? left : random.nextInt(left + 1);
            p[i] = part / 1000f;
            left -= part;
        }
        return p;
    }

    private Asked query(int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(6);
        return switch (kind) {
            case 0 -> {
                var one = query(depth - 1);
                var other = query(depth - 1);
                yield new Asked("(" + one.text + ") or (" + other.text + ")",
                        row -> one.holds.test(row) || other.holds.test(row));
            }
            case 1 -> {
                var one = query(depth - 1);
                var other = query(depth - 1);
                yield new Asked("(" + one.text + ")" + any(List.of(" and ", " ", " AND ")) + "(" + other.text + ")",
                        row -> one.holds.test(row) && other.holds.test(row));
            }
            case 2 -> {
                var one = query(depth - 1);
                yield new Asked(any(List.of("not ", "-")) + "(" + one.text + ")", row -> !one.holds.test(row));
            }
            default -> leaf();
        };
    }

    private Asked leaf() {
        String task = any(List.copyOf(LABELS.keySet()));
        String label = any(java.util.Objects.requireNonNull(LABELS.get(task)));
        double bound = random.nextInt(101) / 100.0;
        String person = any(PEOPLE);
        var split = any(List.of(Split.values()));
        return switch (random.nextInt(16)) {
            case 0 -> word();
            case 1 -> new Asked("split:" + split.key(), row -> row.split == split);
            case 2 -> new Asked(task + ":\"" + label + "\"", row -> label.equals(row.counting(task)));
            case 3 -> new Asked("label:" + task + "=none", row -> row.counting(task) == null);
            case 4 -> new Asked("given:\"" + label + "\"", row -> label.equals(row.given.get(task)));
            case 5 -> new Asked("answer:\"" + label + "\"", row -> label.equals(row.answer(task)));
            case 6 -> new Asked("pred:\"" + label + "\"", row -> label.equals(row.prediction(task)));
            case 7 -> new Asked("conf:" + task + "<" + bound, row -> measure(row, task, p -> p[p.length - 1]) < bound);
            case 8 -> new Asked("margin>" + bound, row -> LABELS.keySet().stream()
                    .anyMatch(one -> row.predicted.containsKey(one)
                            && measure(row, one, p -> p[p.length - 1] - p[p.length - 2]) > bound + 1e-7));
            case 9 -> new Asked("entropy:" + task + "<=" + bound,
                    row -> measure(row, task, OracleTest::entropy) <= bound);
            case 10 -> new Asked("by:\"" + person + "\"",
                    row -> row.answers.stream().anyMatch(one -> one.getKey().equals(person)));
            case 11 -> new Asked("disagree", row -> LABELS.keySet().stream().anyMatch(row::disagrees));
            case 12 -> new Asked("disagree:annotators", Row::disputed);
            case 13 -> new Asked("is:flagged", row -> row.flag != null);
            case 14 -> new Asked("flag:SPAM", row -> "spam".equals(row.flag));
            case 15 -> any(List.of(new Asked("has:comment", row -> row.comment),
                    new Asked("is:skipped", row -> row.skipped),
                    new Asked("has:answer", row -> !row.answers.isEmpty()),
                    new Asked("has:label", row -> !row.given.isEmpty() || !row.answers.isEmpty()),
                    new Asked("has:prediction", row -> !row.predicted.isEmpty()),
                    new Asked("has:picture", _ -> true), new Asked("has:problem", _ -> false),
                    new Asked("key:k3*", row -> row.key.startsWith("k3")),
                    new Asked("key:k3_3", row -> row.key.equals("k3_3"))));
            default -> throw new IllegalStateException();
        };
    }

    private static double entropy(float[] sorted) {
        double sum = 0;
        for (float p : sorted) {
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    /// Not a number, and so no comparison holds, without a prediction.
    private static double measure(Row row, String task, java.util.function.ToDoubleFunction<float[]> of) {
        var p = row.predicted.get(task);
        if (p == null) {
            return Double.NaN;
        }
        var sorted = p.clone();
        Arrays.sort(sorted);
        return Math.round(of.applyAsDouble(sorted) * 1_000_000) / 1_000_000.0;
    }

    private Asked word() {
        return any(List.of(text("rain", row -> begins(row, "rain")), text("LOVE", row -> begins(row, "love")),
                text("\"love\"", row -> Arrays.asList(row.text.toLowerCase(Locale.ROOT).split(" ")).contains("love")),
                text("cafe", row -> begins(row, "café")), text("天気", row -> row.text.contains("天気")),
                text("😂", row -> row.text.contains("😂")), text("argER", row -> begins(row, "ärger")),
                text("سع", row -> begins(row, "سعيد")), text("don't", row -> row.text.contains("don't")),
                text("\"rain late\"", row -> (" " + row.text.toLowerCase(Locale.ROOT) + " ").contains(" rain late ")),
                text("t*", row -> begins(row, "t") || row.text.contains("don't"))));
    }

    private static Asked text(String text, Predicate<Row> holds) {
        return new Asked(text, holds);
    }

    private static boolean begins(Row row, String word) {
        return IntStream.range(0, row.text.length()).anyMatch(
                i -> (i == 0 || row.text.charAt(i - 1) == ' ')
                        && row.text.toLowerCase(Locale.ROOT).startsWith(word, i));
    }
}
