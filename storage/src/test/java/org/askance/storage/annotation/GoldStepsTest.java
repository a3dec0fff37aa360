package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.GoldRepository.Gold;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Parsed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs made gold, or ordinary again, in one step: with which labels, and back.
class GoldStepsTest {

    private static final Gold NONE = new Gold(Map.of(), null);

    @TempDir
    private Path folder;

    private Project project;
    private AnnotationRepository annotations;
    private long[] ids;

    @BeforeEach
    void open() {
        project = Project.create(folder.resolve("p"), "gold");
        annotations = project.annotations();
        project.examples().addAll(List.of(example("given", Map.of("sarcasm", "sarcastic")), example("none", Map.of()),
                example("disputed", Map.of("sarcasm", "sarcastic", "sentiment", "neutral")),
                example("decided", Map.of())));
        ids = project.examples().ids(ExampleFilter.ALL);
        answer(ids[2], "ada", "sarcastic", Circumstances.NONE);
        answer(ids[2], "bo", "not sarcastic", Circumstances.NONE);
        answer(ids[3], "ada", "sarcastic", Circumstances.NONE);
        answer(ids[3], "bo", "not sarcastic", Circumstances.NONE);
        answer(ids[3], "cy", "not sarcastic", Circumstances.NONE.asDeciding());
    }

    private static NewExample example(String key, Map<String, String> labels) {
        return Fixtures.example(key, "text of " + key, Split.TRAIN, labels);
    }

    private void answer(long example, String annotator, String label, Circumstances circumstances) {
        annotations.save(new Answer(example, Map.of("sarcasm", label), annotator, circumstances));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private List<Gold> gold() {
        return java.util.stream.LongStream.of(ids).mapToObj(project.gold()::of).toList();
    }

    private int found() {
        return project.finder().parse("is:gold") instanceof Parsed.Good(var query)
                ? project.finder().count(query)
                : -1;
    }

    @Test
    void theyGetTheLabelsThatNobodyDisputesAndGoBackInOneStep() {
        var review = project.bulkReview().of(ids, new Act.Gold(), "ada");
        assertThat(review.changed()).containsExactly(ids[0], ids[2], ids[3]);

        annotations.bulk(review.changed(), new Act.Gold(), "ada", Circumstances.ofMany(null));
        var made = List.of(new Gold(Map.of("sarcasm", "sarcastic"), null), NONE,
                new Gold(Map.of("sentiment", "neutral"), null), new Gold(Map.of("sarcasm", "not sarcastic"), null));
        assertThat(gold()).isEqualTo(made);
        assertThat(found()).isEqualTo(3);
        assertThat(annotations.next("ada", false)).satisfies(next -> {
            assertThat(next.act()).isEqualTo(new Act.Gold());
            assertThat(next.examples()).isEqualTo(3);
        });

        annotations.undoLast("ada");
        assertThat(gold()).containsOnly(NONE);
        assertThat(found()).isZero();
        annotations.redo("ada");
        assertThat(gold()).isEqualTo(made);
    }

    @Test
    void whatTheyWereGoldWithComesBackWithItsNote() {
        project.gold().put(ids[0], Map.of("sentiment", "negative"), "see the rain");
        assertThat(project.bulkReview().of(ids, new Act.Ungold(), "ada").changed()).containsExactly(ids[0]);
        annotations.bulk(ids, new Act.Ungold(), "ada", Circumstances.ofMany(null));
        assertThat(gold()).containsOnly(NONE);
        annotations.undoLast("ada");
        assertThat(project.gold().of(ids[0])).isEqualTo(new Gold(Map.of("sentiment", "negative"), "see the rain"));
    }

    @Test
    void whatSomeoneChangedSinceStaysAsTheyLeftIt() {
        project.gold().put(ids[2], Map.of("sentiment", "positive"), "first");
        annotations.bulk(ids, new Act.Gold(), "ada", Circumstances.ofMany(null));
        assertThat(project.gold().of(ids[2])).as("gold already").isEqualTo(
                new Gold(Map.of("sentiment", "positive"), "first"));
        project.gold().put(ids[0], Map.of("sarcasm", "not sarcastic"), "changed my mind");
        annotations.undoLast("ada");
        assertThat(gold()).containsExactly(new Gold(Map.of("sarcasm", "not sarcastic"), "changed my mind"), NONE,
                new Gold(Map.of("sentiment", "positive"), "first"), NONE);
    }
}
