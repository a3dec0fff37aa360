package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.GoldRepository.Gold;
import org.askance.storage.annotation.GoldRepository.Score;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Annotators, what they disagree about, gold examples and guidelines.
class PeopleTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void answer(long example, String annotator, String label) {
        project.annotations().save(Fixtures.answer(example, "sentiment", label, annotator));
    }

    @Test
    void whoIsRenamedKeepsWhatTheyDid() {
        answer(1, "ada", "neutral");
        assertThat(project.annotators().add(" Zoë 🌍 ")).isTrue();
        assertThat(project.annotators().add("ZOË 🌍")).isFalse();
        assertThat(project.annotators().rename("ada", "zoë 🌍")).isFalse();
        assertThat(project.annotators().rename("nobody", "new")).isFalse();
        assertThat(project.annotators().rename("ada", "Ada")).isTrue();
        assertThat(project.annotators().list()).containsExactly("Ada", "Zoë 🌍");
        assertThat(project.annotations().labelsByAnnotator(1)).containsOnlyKeys("Ada");
        assertThatThrownBy(() -> project.annotators().add("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatComesLateDoesNotBringANameBackThatWasGivenUp() {
        var annotators = project.annotators();
        annotators.come("ada");
        annotators.come("ada");
        assertThat(annotators.list()).containsExactly("ada");
        assertThat(annotators.rename("ada", "Ada Lovelace")).isTrue();
        annotators.come("ada");
        annotators.giveUp("ben");
        annotators.come("ben");
        assertThat(annotators.list()).containsExactly("Ada Lovelace");
        assertThat(annotators.add("ada")).isTrue();
        annotators.come("ben");
        assertThat(annotators.rename("Ada Lovelace", "ben")).isTrue();
        annotators.come("ben");
        assertThat(annotators.list()).containsExactly("ben", "ada");
    }

    @Test
    void ratingsSayWhoGaveWhat() {
        answer(1, "ada", "neutral");
        answer(1, "ben", "positive");
        answer(3, "ben", "negative");
        var ratings = project.agreement().ratings();
        assertThat(ratings).extracting(Ratings::task).containsExactly("sarcasm", "sentiment");
        assertThat(ratings.getFirst().examples()).isEmpty();
        var sentiment = ratings.getLast();
        assertThat(sentiment.examples()).containsExactly(1, 3);
        assertThat(sentiment.annotators()).containsExactly("ada", "ben");
        assertThat(sentiment.labels()).containsExactly("positive", "negative", "neutral");
        assertThat(sentiment.answers()).isDeepEqualTo(new int[][]{{2, 0}, {-1, 1}});
    }

    @Test
    void aDisputeLastsUntilItIsDecided() {
        answer(1, "ada", "neutral");
        assertThat(project.agreement().disputes()).isEmpty();
        answer(1, "ben", "positive");
        answer(2, "ada", "positive");
        answer(2, "ben", "negative");
        assertThat(project.agreement().disputes()).containsExactly(1, 2);
        project.annotations().save(new Answer(1, Map.of("sentiment", "neutral"), "cy",
                Circumstances.seen(null, Duration.ZERO).asDeciding()));
        assertThat(project.agreement().disputes()).containsExactly(2);
        project.annotations().undoLast("cy");
        assertThat(project.agreement().disputes()).containsExactly(1, 2);
    }

    @Test
    void aScoreCountsGoldExamplesThatAreAnsweredWhole() {
        project.gold().put(1, Map.of("sentiment", "positive", "sarcasm", "sarcastic"), null);
        project.gold().put(2, Map.of("sentiment", "negative"), null);
        assertThat(project.gold().score("ada")).isEqualTo(new Score(0, 0));
        answer(1, "ada", "positive");
        answer(3, "ada", "positive");
        answer(2, "ben", "negative");
        assertThat(project.gold().score("ada")).isEqualTo(new Score(0, 0));
        // Where one task alone is asked, its answer is the whole one.
        long sarcasm = project.tasks().names().firstEntry().getKey();
        long sentiment = project.tasks().names().lastEntry().getKey();
        assertThat(project.gold().score("ada", Set.of(sentiment))).isEqualTo(new Score(1, 1));
        assertThat(project.gold().score("ada", Set.of(sarcasm))).isEqualTo(new Score(0, 0));
        project.annotations().save(Fixtures.answer(1, "sarcasm", "sarcastic", "ada"));
        answer(2, "ada", "neutral");
        assertThat(project.gold().score("ada")).isEqualTo(new Score(1, 2));
        assertThat(project.gold().score("ben")).isEqualTo(new Score(1, 1));
    }

    @Test
    void goldExamplesSayWhatIsRightAndWhy() {
        assertThat(project.gold().of(1)).isEqualTo(new Gold(Map.of(), null));
        project.gold().put(1, Map.of("sentiment", "positive", "sarcasm", "sarcastic"), "It rains.");
        project.gold().put(1, Map.of("sentiment", "negative"), "It rains.");
        assertThat(project.gold().of(1)).isEqualTo(new Gold(Map.of("sentiment", "negative"), "It rains."));
        assertThatThrownBy(() -> project.gold().put(1, Map.of("sentiment", "purple"), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(project.gold().of(1).labels()).containsEntry("sentiment", "negative");
        answer(2, "ada", "neutral");
        assertThat(project.gold().putCounting(List.of(2L, 4L))).isEqualTo(1);
        assertThat(project.gold().of(2).labels()).containsExactlyEntriesOf(Map.of("sentiment", "neutral"));
        assertThat(project.gold().count()).isEqualTo(2);
        project.gold().put(4, Map.of("sentiment", "neutral"), "A door says nothing.");
        assertThat(project.gold().putCounting(List.of(4L))).isZero();
        assertThat(project.gold().of(4)).isEqualTo(new Gold(Map.of("sentiment", "neutral"), "A door says nothing."));
        project.gold().remove(2);
        assertThat(project.gold().of(2).labels()).isEmpty();
    }

    @Test
    void guidelinesKeepEveryVersion() {
        assertThat(project.guidelines().current()).isEqualTo(Guideline.NONE);
        assertThat(project.guidelines().save("")).isZero();
        assertThat(project.guidelines().save("# Be calm")).isEqualTo(1);
        assertThat(project.guidelines().save("# Be calm")).isEqualTo(1);
        assertThat(project.guidelines().save("# Be calm 🌧")).isEqualTo(2);
        assertThat(project.guidelines().save("# Be calm")).isEqualTo(3);
        assertThat(project.guidelines().current().text()).isEqualTo("# Be calm");
        assertThat(project.guidelines().versions()).extracting(Guideline::version).containsExactly(3, 2, 1);
    }
}
