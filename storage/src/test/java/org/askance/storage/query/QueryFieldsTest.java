package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every field with every sign and every kind of value: each is a query, or a problem at its own place with a way on.
class QueryFieldsTest {

    private static final List<String> SIGNS = List.of(":", "=", "<", "<=", ">", ">=");

    private static final Names NAMES = new Names(
            List.of(new Names.Task(1, "sarcasm",
                    List.of(new Names.Label(1, "not sarcastic"), new Names.Label(2, "sarcastic"))),
                    new Names.Task(2, "sentiment", List.of(new Names.Label(3, "positive"),
                            new Names.Label(4, "negative"), new Names.Label(5, "neutral")))),
            List.of("ada"), List.of("spam"));

    /// A value that each field takes.
    private static final Map<Field, String> GOOD = new EnumMap<>(Map.ofEntries(Map.entry(Field.LABEL, "sarcastic"),
            Map.entry(Field.GIVEN, "positive"), Map.entry(Field.ANSWER, "none"), Map.entry(Field.PRED, "negative"),
            Map.entry(Field.CONF, "0.6"), Map.entry(Field.MARGIN, "10%"), Map.entry(Field.ENTROPY, "1.1"),
            Map.entry(Field.SPLIT, "train"), Map.entry(Field.BY, "ada"), Map.entry(Field.FLAG, "spam"),
            Map.entry(Field.HAS, "comment"), Map.entry(Field.IS, "gold"), Map.entry(Field.KEY, "12*"),
            Map.entry(Field.DISAGREE, "network")));

    private static List<String> words() {
        var words = new ArrayList<>(List.of("sarcasm", "sentiment", "confidence", "predicted", "id"));
        for (var field : Field.values()) {
            words.add(field.word());
        }
        return words;
    }

    private static QueryProblem problem(String text) {
        return switch (QueryParser.parse(text, NAMES)) {
            case Parsed.Good(var query) -> throw new AssertionError(text + " is " + query);
            case Parsed.Bad(var problem) -> {
                assertThat(problem.from()).as(text).isBetween(0, text.length() - 1);
                assertThat(problem.to()).as(text).isBetween(problem.from() + 1, text.length());
                yield problem;
            }
        };
    }

    private static void mended(String text, QueryProblem problem) {
        for (var suggestion : problem.suggestions()) {
            var instead = text.substring(0, problem.from()) + suggestion + text.substring(problem.to());
            assertThat(QueryParser.parse(instead, NAMES)).as("%s instead of %s", instead, text)
                    .isInstanceOf(Parsed.Good.class);
        }
    }

    @Test
    void everyFieldTakesItsValuesByItsSignsAndNoOther() {
        GOOD.forEach((field, value) -> {
            for (var sign : SIGNS) {
                boolean measure = field.isMeasure();
                boolean fits = measure ? !sign.equals(":") : sign.equals(":") || sign.equals("=");
                String text = "rain " + field.word() + sign + value + " sun";
                if (fits) {
                    assertThat(QueryParser.parse(text, NAMES)).as(text).isInstanceOf(Parsed.Good.class);
                } else {
                    assertThat(text.substring(problem(text).from())).as(text).startsWith(sign);
                    mended(text, problem(text));
                }
            }
        });
    }

    @Test
    void aSignWithNothingBehindItIsAProblemAtItsWord() {
        for (var word : words()) {
            for (var sign : SIGNS) {
                for (var end : List.of("", "\"\"", "\" \"")) {
                    for (var text : List.of(word + sign + end, "rain " + word + sign + end + " sun",
                            "(-" + word.toUpperCase(java.util.Locale.ROOT) + sign + end + ")")) {
                        var problem = problem(text);
                        assertThat(problem.sentence()).as(text).endsWith(".");
                        if (end.isEmpty()) {
                            assertThat(text.substring(problem.from(), problem.to())).as(text)
                                    .isEqualToIgnoringCase(word + sign);
                            mended(text, problem);
                        }
                    }
                }
            }
        }
        assertThat(problem("flag:").suggestions()).containsExactly("is:flagged");
        assertThat(problem("by:").suggestions()).containsExactly("by:ada");
        assertThat(problem("conf<").sentence()).contains("conf<0.6");
        assertThat(problem("label:").suggestions()).contains("label:\"not sarcastic\"");
    }

    @Test
    void figuresOutOfReachAndWhatIsNoFigureAreProblemsAtTheFigure() {
        for (var field : List.of(Field.CONF, Field.MARGIN, Field.ENTROPY)) {
            for (var of : List.of("", ":sarcasm", ":sentiment")) {
                for (var sign : List.of("=", "<", "<=", ">", ">=")) {
                    for (var value : List.of("2", "1.2", "101%", "200%", "9999", "12345", "abc", "-1", "1e3", "%", ".",
                            "NaN", "0,6")) {
                        String text = "rain " + field.word() + of + sign + value;
                        if (field == Field.ENTROPY && value.equals("101%")) {
                            continue;
                        }
                        var problem = problem(text);
                        assertThat(text.substring(problem.from())).as(text).isEqualTo(value);
                        mended(text, problem);
                    }
                    for (var value : List.of("0", "1", "0.5", ".5", "100%", "0%", "1.0")) {
                        String text = field.word() + of + sign + value;
                        assertThat(QueryParser.parse(text, NAMES)).as(text).isInstanceOf(Parsed.Good.class);
                    }
                }
            }
        }
        assertThat(problem("conf<60").suggestions()).containsExactly("60%");
        assertThat(problem("entropy>1.2").sentence()).contains("1.10");
    }

    @Test
    void signsTooManyAreAProblem() {
        for (var text : List.of("conf<<0.5", "conf=<0.5", "conf<0.5<0.6", "conf:<0.5", "conf:sarcasm<", "conf:sarcasm",
                "conf:sarcsm<0.5", "label:sarcasm=", "label:,", "split:train,", "by:ada,", "is:=", "by:<ada", "has:)",
                "key:\"\",1", "disagree:", "disagree:weather", "split:train=test")) {
            assertThat(problem(text).sentence()).as(text).isNotBlank();
        }
    }

    @Test
    void wordsThatNameNoFieldStayText() {
        for (var text : List.of("i<3", "note: rain", "re:", "<3", "a=b", "x>", "“conf<”")) {
            assertThat(QueryParser.parse(text, NAMES)).as(text).isInstanceOf(Parsed.Good.class);
        }
    }
}
