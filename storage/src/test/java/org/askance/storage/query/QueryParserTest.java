package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParserTest {

    private static final Names NAMES = new Names(
            List.of(new Names.Task(1, "sarcasm",
                    List.of(new Names.Label(1, "not sarcastic"), new Names.Label(2, "sarcastic"))),
                    new Names.Task(2, "sentiment",
                            List.of(new Names.Label(3, "positive"), new Names.Label(4, "negative"),
                                    new Names.Label(5, "neutral")))),
            List.of("ada", "Grace O'Brien"), List.of("spam"));

    private static Query query(String text) {
        return switch (QueryParser.parse(text, NAMES)) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> throw new AssertionError(text + ": " + problem);
        };
    }

    private static QueryProblem problem(String text) {
        return switch (QueryParser.parse(text, NAMES)) {
            case Parsed.Good(var query) -> throw new AssertionError(text + " is " + query);
            case Parsed.Bad(var problem) -> problem;
        };
    }

    private static String marked(String text) {
        var problem = problem(text);
        return text.substring(problem.from(), problem.to());
    }

    private static Query word(String word) {
        return new Query.Words(List.of(word), true);
    }

    private static Query label(long task, long label) {
        return new Query.Labelled(Query.Source.COUNTING, task, label);
    }

    @Test
    void orBindsWeakerThanAndWhichMayBeLeftOut() {
        assertThat(query("a b OR c AND not d")).isEqualTo(new Query.Or(List.of(
                new Query.And(List.of(word("a"), word("b"))),
                new Query.And(List.of(word("c"), new Query.Not(word("d")))))));
        assertThat(query("a (b or c)")).isEqualTo(
                new Query.And(List.of(word("a"), new Query.Or(List.of(word("b"), word("c"))))));
        assertThat(query("-a -(b c)")).isEqualTo(new Query.And(List.of(new Query.Not(word("a")),
                new Query.Not(new Query.And(List.of(word("b"), word("c")))))));
        assertThat(query("")).isEqualTo(Query.ALL);
    }

    @Test
    void labelsAreFoundByTaskAndWithoutIt() {
        assertThat(query("label:sarcastic")).isEqualTo(label(1, 2));
        assertThat(query("label:sarcasm=Sarcastic")).isEqualTo(label(1, 2));
        assertThat(query("sarcasm:\"not sarcastic\"")).isEqualTo(label(1, 1));
        assertThat(query("sarcasm:not_sarcastic")).isEqualTo(label(1, 1));
        assertThat(query("label:positive,neutral")).isEqualTo(new Query.Or(List.of(label(2, 3), label(2, 5))));
        assertThat(query("sarcasm:none")).isEqualTo(label(1, 0));
        assertThat(query("label:none")).isEqualTo(new Query.And(List.of(label(1, 0), label(2, 0))));
        assertThat(query("pred:sarcasm=none")).isEqualTo(new Query.Labelled(Query.Source.PREDICTED, 1, 0));
    }

    @Test
    void measuresTakeEveryComparison() {
        assertThat(query("conf<0.6")).isEqualTo(
                new Query.Measured(Query.Measure.CONFIDENCE, 0, Query.Comparison.LESS, 600_000));
        assertThat(query("CONF>=.9")).isEqualTo(
                new Query.Measured(Query.Measure.CONFIDENCE, 0, Query.Comparison.AT_LEAST, 900_000));
        assertThat(query("conf:sentiment<50%")).isEqualTo(
                new Query.Measured(Query.Measure.CONFIDENCE, 2, Query.Comparison.LESS, 500_000));
        assertThat(query("entropy>1")).isEqualTo(
                new Query.Measured(Query.Measure.ENTROPY, 0, Query.Comparison.MORE, 1_000_000));
    }

    @Test
    void theOtherFields() {
        assertThat(query("split:train,TEST")).isEqualTo(new Query.InSplit(Set.of("train", "test")));
        assertThat(query("by:\"grace o'brien\"")).isEqualTo(new Query.By("Grace O'Brien"));
        assertThat(query("disagree")).isEqualTo(new Query.Disagrees(Query.Against.NETWORK, 0));
        assertThat(query("disagree:annotators")).isEqualTo(new Query.Disagrees(Query.Against.ANNOTATORS, 0));
        assertThat(query("disagree:sarcasm")).isEqualTo(new Query.Disagrees(Query.Against.NETWORK, 1));
        assertThat(query("flag:\"bad picture\"")).isEqualTo(new Query.Flagged("bad picture"));
        assertThat(query("has:comment is:gold")).isEqualTo(new Query.And(
                List.of(new Query.Marked(Query.Mark.COMMENT), new Query.Marked(Query.Mark.GOLD))));
        assertThat(query("key:12*")).isEqualTo(new Query.Keyed("12", true));
        assertThat(query("key:\"12*\"")).isEqualTo(new Query.Keyed("12*", false));
    }

    @Test
    void textOfAnyScriptIsText() {
        assertThat(query("Crème")).isEqualTo(word("creme"));
        assertThat(query("don't")).isEqualTo(new Query.Words(List.of("don", "t"), true));
        assertThat(query("\"Not sarcastic\"")).isEqualTo(new Query.Words(List.of("not", "sarcastic"), false));
        assertThat(query("天気")).isEqualTo(new Query.Part("天気"));
        assertThat(query("جميل")).isEqualTo(word("جميل"));
        assertThat(query("😂")).isEqualTo(new Query.Symbols(List.of("😂")));
        assertThat(query("late😂")).isEqualTo(new Query.And(List.of(word("late"), new Query.Symbols(List.of("😂")))));
        assertThat(query("?! -?! —")).isEqualTo(new Query.And(List.of(Query.ALL, Query.ALL, Query.ALL)));
        assertThat(query("i<3")).isEqualTo(new Query.Words(List.of("i", "3"), true));
        assertThat(query("https://t.co/x")).isEqualTo(new Query.Words(List.of("https", "t", "co", "x"), true));
        assertThat(query("\"or\"")).isEqualTo(new Query.Words(List.of("or"), false));
    }

    @Test
    void problemsPointAtTheWord() {
        assertThat(marked("rain lable:sarcastic")).isEqualTo("lable");
        assertThat(problem("rain lable:sarcastic").suggestions()).containsExactly("label");
        assertThat(marked("label:sarcastc sun")).isEqualTo("sarcastc");
        assertThat(problem("label:sarcastc").sentence()).contains("Did you mean ‘sarcastic’?");
        assertThat(marked("split:trian,test")).isEqualTo("trian");
        assertThat(problem("split:trian").suggestions()).startsWith("train");
        assertThat(problem("by:aad").suggestions()).containsExactly("ada");
        assertThat(marked("label:sarcsm=none")).isEqualTo("sarcsm");
        assertThat(marked("(a (b)")).isEqualTo("(");
        assertThat(marked("a) b")).isEqualTo(")");
        assertThat(marked("a or")).isEqualTo("or");
        assertThat(marked("and a")).isEqualTo("and");
        assertThat(marked("()")).isEqualTo(")");
        assertThat(marked("a \"b")).isEqualTo("\"b");
        assertThat(marked("conf<many")).isEqualTo("many");
        assertThat(marked("conf<0,6")).isEqualTo("0,6");
        assertThat(marked("conf:0.6")).isEqualTo(":");
        assertThat(marked("split<train")).isEqualTo("<");
        assertThat(marked("has:coment")).isEqualTo("coment");
        assertThat(marked("label:")).isEqualTo("label:");
        assertThat(marked("label:a=")).isEqualTo("a");
        assertThat(marked("foo:bar")).isEqualTo("foo");
    }

    @Test
    void anyTextGivesAQueryOrAProblemInsideIt() {
        var pieces = List.of("label", "conf", ":", "=", "<", ">=", "(", ")", "\"", "“", "-", ",", " ", "not", "or",
                "and",
                "sarcasm", "none", "0.6", "%", "*", "'", ";", "--", "DROP TABLE", "\u0000", "😂", "\ud83d", "天", "ا",
                "\\",
                "flag:", "has:", "key:", "disagree", "\n", "é", "_", "split:train", "[", "{");
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            int length = random.nextInt(14);
            for (int i = 0; i < length; i++) {
                text.append(random.nextInt(9) == 0
                        ? String.valueOf((char) random.nextInt(0x10000))
                        : pieces.get(random.nextInt(pieces.size())));
            }
            String query = text.toString();
            if (QueryParser.parse(query, NAMES) instanceof Parsed.Bad(var problem)) {
                assertThat(problem.from()).as(query).isBetween(0, query.length());
                assertThat(problem.to()).as(query).isGreaterThan(problem.from())
                        .isLessThanOrEqualTo(query.length());
                assertThat(problem.sentence()).as(query).isNotBlank();
            }
            for (int caret = 0; caret <= query.length(); caret++) {
                int at = caret;
                assertThat(Completion.at(query, caret, NAMES)).as(query)
                        .allMatch(one -> one.from() >= 0 && one.from() <= at && one.to() >= at
                                && one.to() <= query.length());
            }
        }
    }

    @Test
    void whatIsNestedWithoutEndIsAProblem() {
        assertThat(problem("(".repeat(100_000) + "a").sentence()).contains("500 words");
        assertThat(problem("(".repeat(200) + "a" + ")".repeat(200)).sentence()).contains("nested too deeply");
        assertThat(problem("not ".repeat(400) + "a").sentence()).contains("nested too deeply");
    }

    private static List<String> offered(String text) {
        int caret = text.indexOf('|');
        String whole = text.replace("|", "");
        return Completion.at(whole, caret, NAMES).stream()
                .map(one -> whole.substring(0, one.from()) + one.text() + whole.substring(one.to())).toList();
    }

    @Test
    void completionKnowsFieldsAndTheProjectsNames() {
        assertThat(offered("|")).contains("label:", "conf<", "sarcasm:", "disagree", "not ");
        assertThat(offered("rain la|")).containsExactly("rain label:");
        assertThat(offered("-sp|")).containsExactly("-split:");
        assertThat(offered("label:sar|")).containsExactly("label:\"not sarcastic\"", "label:sarcastic");
        assertThat(offered("label:sarcasm=|")).containsExactly("label:sarcasm=\"not sarcastic\"",
                "label:sarcasm=sarcastic", "label:sarcasm=none");
        assertThat(offered("split:train,te| x")).containsExactly("split:train,test x");
        assertThat(offered("by:gr|")).containsExactly("by:\"Grace O'Brien\"");
        assertThat(offered("label:\"not s|")).containsExactly("label:\"not sarcastic\"");
        assertThat(offered("has:c|omm")).containsExactly("has:comment");
        assertThat(offered("sarc|")).contains("sarcasm:", "label:sarcastic");
        assertThat(offered("conf:|")).containsExactly("conf:sarcasm", "conf:sentiment");
        assertThat(offered("\"la|")).isEmpty();
        assertThat(offered("zzz|")).isEmpty();
    }
}
