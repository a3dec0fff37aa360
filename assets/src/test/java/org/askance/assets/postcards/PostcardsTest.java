package org.askance.assets.postcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the bundled dataset promises, counted.
class PostcardsTest {

    private static final PostcardsPlan PLAN = PostcardsPlan.standard();
    private static final List<Postcard> ALL = IntStream.range(0, PLAN.count())
            .mapToObj(i -> Postcards.pair(PLAN, i)).toList();

    private static Stream<Postcard> polar(String split) {
        return ALL.stream().filter(card -> card.split().equals(split) && card.truth().sarcasm() != null);
    }

    @Test
    void theBundledPlanHasItsThreeSplits() {
        assertThat(ALL.stream().collect(Collectors.groupingBy(Postcard::split, Collectors.counting())))
                .isEqualTo(Map.of("train", 4_800L, "validation", 600L, "test", 600L));
        assertThat(ALL.stream().map(Postcard::topic).distinct()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ALL.stream().map(Postcard::key).distinct()).hasSize(PLAN.count());
    }

    @Test
    void theSameSeedGivesTheSamePairsInAnyOrder() {
        for (int i = PLAN.count() - 1; i >= 0; i -= 211) {
            assertThat(Postcards.pair(PLAN, i)).isEqualTo(ALL.get(i));
        }
        assertThat(Postcards.pair(new PostcardsPlan(6_000, 1841), 0).text()).isNotEqualTo(ALL.getFirst().text());
    }

    @Test
    void aPairIsSarcasticExactlyWhenWordsAndPictureDisagree() {
        assertThat(ALL).allSatisfy(card -> {
            boolean polar = card.textPolarity().isPolar() && card.scenePolarity().isPolar();
            assertThat(card.truth().sarcastic())
                    .isEqualTo(polar ? card.textPolarity() != card.scenePolarity() : null);
            assertThat(card.truth().sentiment()).isEqualTo(
                    (card.scenePolarity().isPolar() ? card.scenePolarity() : card.textPolarity()).key());
        });
        assertThat(ALL.stream().filter(card -> card.truth().sarcasm() == null).count()).isBetween(1_500L, 2_100L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "validation", "test"})
    void neitherHalfAloneTellsSarcasm(String split) {
        Function<Postcard, String> words = card -> card.topic() + "/" + card.textPolarity();
        Function<Postcard, String> picture = card -> card.topic() + "/" + card.scenePolarity();
        for (var half : List.of(words, picture)) {
            var bySide = polar(split).collect(Collectors.groupingBy(half,
                    Collectors.averagingDouble(card -> Objects.equals(card.truth().sarcastic(), true) ? 1 : 0)));
            assertThat(bySide).hasSizeGreaterThanOrEqualTo(16).allSatisfy(
                    (side, share) -> assertThat(share).as(side).isEqualTo(0.5));
        }
    }

    @Test
    void noSingleWordTellsSarcasm() {
        var seen = new HashMap<String, int[]>();
        polar("train").forEach(card -> words(card.text()).forEach(word -> {
            int[] counts = seen.computeIfAbsent(word, _ -> new int[2]);
            counts[Objects.equals(card.truth().sarcastic(), true) ? 1 : 0]++;
        }));
        var frequent = seen.entrySet().stream().filter(word -> word.getValue()[0] + word.getValue()[1] >= 60).toList();
        assertThat(frequent).hasSizeGreaterThan(50).allSatisfy(word -> {
            int n = word.getValue()[0] + word.getValue()[1];
            // Five standard errors: hundreds of words are looked at.
            assertThat((double) word.getValue()[1] / n).as(word.getKey()).isCloseTo(0.5, within(2.5 / Math.sqrt(n)));
        });
    }

    @Test
    void noTweetCarriesAMarker() {
        var marker = Pattern.compile("(?i)sarcas|#irony|ironic|#not\\b|/s\\b|🙃|#joke|just kidding|yeah right");
        assertThat(ALL).noneSatisfy(card -> assertThat(card.text()).containsPattern(marker));
        assertThat(ALL).noneSatisfy(card -> assertThat(card.text()).containsPattern("\\b(\\w+) \\1\\b|[{}]"));
    }

    @Test
    void tweetsAreVaried() {
        assertThat(ALL.stream().map(Postcard::text).distinct().count()).isGreaterThan((long) (0.93 * ALL.size()));
        for (var sign : List.of("#", "@")) {
            assertThat(ALL.stream().filter(card -> card.text().contains(sign)).count()).isBetween(400L, 4_000L);
        }
        assertThat(ALL.stream().filter(card -> card.text().codePoints().anyMatch(c -> c > 0x1f000)).count())
                .isBetween(1_000L, 3_000L);
    }

    @Test
    void theTestSplitHasTemplatesAndScenesThatTrainingHasNot() {
        for (var polarity : Polarity.values()) {
            var kept = new HashSet<>(Tweets.GRAMMAR.templates("tweet " + polarity.key(), true));
            assertThat(kept).isNotEmpty().doesNotContainAnyElementsOf(
                    Tweets.GRAMMAR.templates("tweet " + polarity.key(), false));
        }
        assertThat(ALL).allSatisfy(card -> assertThat(card.scene().shifted()).isEqualTo(card.split().equals("test")));
    }

    @Test
    void fivePercentOfTheTrainingLabelsArePlantedAndNoOthers() {
        long sarcasm = ALL.stream().filter(card -> !Objects.equals(card.given().sarcasm(), card.truth().sarcasm()))
                .peek(card -> assertThat(card.split()).isEqualTo("train")).count();
        long sentiment = ALL.stream().filter(card -> !card.given().sentiment().equals(card.truth().sentiment()))
                .peek(card -> assertThat(card.split()).isEqualTo("train")).count();
        assertThat(sarcasm).isEqualTo(Math.round(0.05 * polar("train").count()));
        assertThat(sentiment).isEqualTo(240);
        String record = PostcardsCsv.planted(ALL);
        assertThat(record.lines().count()).isEqualTo(1 + sarcasm + sentiment);
    }

    @Test
    void neitherColourNorBrightnessTellsGoodFromBad() {
        // A nearest-mean classifier on mean red, green and blue, per topic, fitted on one half of 640 scenes.
        int right = 0;
        int all = 0;
        for (var topic : Topic.values()) {
            var good = means(topic, Polarity.POSITIVE);
            var bad = means(topic, Polarity.NEGATIVE);
            double[] goodMean = mean(good.subList(0, 20));
            double[] badMean = mean(bad.subList(0, 20));
            for (int i = 20; i < 40; i++) {
                right += distance(good.get(i), goodMean) < distance(good.get(i), badMean) ? 1 : 0;
                right += distance(bad.get(i), badMean) < distance(bad.get(i), goodMean) ? 1 : 0;
                all += 2;
            }
        }
        assertThat((double) right / all).isBetween(0.4, 0.65);
    }

    private static List<double[]> means(Topic topic, Polarity polarity) {
        return IntStream.range(0, 40).parallel().mapToObj(seed -> {
            var image = new Scene(topic, polarity, false, seed).render(48, 36);
            var sum = new double[3];
            for (int rgb : image.getRGB(0, 0, 48, 36, null, 0, 48)) {
                sum[0] += (rgb >> 16) & 0xff;
                sum[1] += (rgb >> 8) & 0xff;
                sum[2] += rgb & 0xff;
            }
            return sum;
        }).toList();
    }

    private static double[] mean(List<double[]> rows) {
        var mean = new double[3];
        rows.forEach(row -> IntStream.range(0, 3).forEach(c -> mean[c] += row[c] / rows.size()));
        return mean;
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, 3).mapToDouble(c -> (a[c] - b[c]) * (a[c] - b[c])).sum();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).distinct();
    }
}
