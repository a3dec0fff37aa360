package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.NewPrediction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One act on many pairs: what it notes, what it would change, that it is one step, and what it leaves out of
/// measures.
class BulkTest {

    private static final Act SARCASTIC = new Act.Label(Map.of("sarcasm", "sarcastic"));

    @TempDir
    private Path folder;

    private Project project;
    private AnnotationRepository annotations;
    private long[] ids;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder);
        annotations = project.annotations();
        ids = project.examples().ids(ExampleFilter.ALL);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void many(int count) {
        var examples = new ArrayList<NewExample>();
        for (int i = 0; i < count; i++) {
            examples.add(Fixtures.example("many-" + i, "text " + i, Split.TRAIN, Map.of()));
        }
        project.examples().addAll(examples);
        ids = project.examples().ids(ExampleFilter.ALL);
    }

    private Split split(long example) {
        return Objects.requireNonNull(project.examples().row(example)).example().split();
    }

    @Test
    void everyPairHasItsEventThatSaysItWasOneOfMany() {
        long checkpoint = project.checkpoints().add("net", project.checkpointsFolder().resolve("net"), null);
        project.predictions().save(checkpoint,
                List.of(new NewPrediction(ids[0], Map.of("sarcasm", new float[]{0.3f, 0.7f}))));
        long gesture = annotations.bulk(ids, SARCASTIC, "ada", Circumstances.ofMany(checkpoint).under(3));

        for (long id : ids) {
            assertThat(annotations.history(id)).singleElement().satisfies(event -> {
                assertThat(event.gesture()).isEqualTo(gesture);
                assertThat(event.annotator()).isEqualTo("ada");
                assertThat(event.label()).isEqualTo("sarcastic");
                // Only where there was a prediction can it have been seen.
                var circumstances = Circumstances.ofMany(id == ids[0] ? checkpoint : null).under(3);
                assertThat(event.circumstances()).isEqualTo(circumstances);
                assertThat(circumstances.blind()).isFalse();
                assertThat(circumstances.took()).isZero();
            });
        }
    }

    @Test
    void oneStepTakesAllBackAndBringsTheVeryRowsAgainAlsoAfterReopening() {
        many(5_000);
        annotations.save(Fixtures.answer(ids[1], "sarcasm", "not sarcastic", "ada"));
        annotations.bulk(ids, SARCASTIC, "ada", Circumstances.ofMany(null));
        var before = annotations.history(ids[1]);
        close();
        project = Project.open(folder);
        annotations = project.annotations();

        assertThat(annotations.next("ada", true)).isNull();
        var next = annotations.next("ada", false);
        var undone = Objects.requireNonNull(annotations.undoLast("ada", Stepping.UNHEARD));
        assertThat(next).isEqualTo(undone);
        assertThat(undone).isEqualTo(new Gesture(undone.id(), SARCASTIC, ids[0], ids.length, true, false));
        assertThat(annotations.answeredCount()).isEqualTo(1);
        assertThat(Objects.requireNonNull(project.examples().row(ids[1])).answered())
                .isEqualTo(Map.of("sarcasm", "not sarcastic"));
        close();
        project = Project.open(folder);
        annotations = project.annotations();

        assertThat(annotations.next("ada", true)).isEqualTo(undone);
        assertThat(annotations.redo("ada", Stepping.UNHEARD)).isEqualTo(undone);
        assertThat(annotations.answeredCount()).isEqualTo(ids.length);
        // Undo and redo follow; the answers are what they were.
        assertThat(annotations.history(ids[1]).subList(0, before.size())).isEqualTo(before);
        assertThat(annotations.redo("ada")).isNull();
    }

    @Test
    void labelsOfTheirOwnAreOneStepToo() {
        annotations.save(Fixtures.answer(ids[0], "sarcasm", "sarcastic", "ada"));
        long gesture = annotations.answerEach(Map.of(Map.of("sarcasm", "not sarcastic"), new long[]{ids[0], ids[2]},
                Map.of("sarcasm", "sarcastic", "sentiment", "neutral"), new long[]{ids[1]}), "ada");
        var next = Objects.requireNonNull(annotations.next("ada", false));
        assertThat(next).extracting(Gesture::id, Gesture::examples, Gesture::bulk, Gesture::mixed)
                .containsExactly(gesture, 3, true, true);
        assertThat(Objects.requireNonNull(project.examples().row(ids[1])).answered())
                .isEqualTo(Map.of("sarcasm", "sarcastic", "sentiment", "neutral"));
        assertThat(annotations.undoLast("ada", Stepping.UNHEARD)).isEqualTo(next);
        assertThat(Objects.requireNonNull(project.examples().row(ids[0])).answered())
                .isEqualTo(Map.of("sarcasm", "sarcastic"));
        assertThat(annotations.answeredCount()).isEqualTo(1);
        annotations.answerEach(Map.of(Map.of("sarcasm", "sarcastic"), new long[]{ids[0], ids[1]}), "ada");
        assertThat(Objects.requireNonNull(annotations.next("ada", false)).mixed()).isFalse();
    }

    @Test
    void whatOneAnswersPairByPairAndInBulkIsOneHistory() {
        annotations.save(Fixtures.answer(ids[0], "sarcasm", "sarcastic", "ada"));
        annotations.bulk(ids, new Act.Flag(null), "ada", Circumstances.ofMany(null));
        annotations.save(Fixtures.answer(ids[2], "sarcasm", "sarcastic", "ada"));
        annotations.bulk(ids, new Act.Move(Split.TEST), "ben", Circumstances.ofMany(null));

        assertThat(annotations.undoLast("ada", Stepping.UNHEARD)).extracting(Gesture::examples, Gesture::bulk)
                .containsExactly(1, false);
        assertThat(annotations.undoLast("ada", Stepping.UNHEARD)).extracting(Gesture::act, Gesture::examples)
                .containsExactly(new Act.Flag(null), 4);
        assertThat(annotations.undoLast("ada")).isEqualTo(ids[0]);
        assertThat(annotations.undoLast("ada")).isNull();
        assertThat(split(ids[0])).isEqualTo(Split.TEST);
    }

    @Test
    void stoppedHalfWayNothingIsChangedNeitherByTheActNorByItsUndo() {
        many(5_000);
        Stepping stops = (done, _) -> {
            if (done >= 4_000) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> annotations.bulk(ids, SARCASTIC, "ada", Circumstances.ofMany(null), stops))
                .isInstanceOf(CancellationException.class);
        assertThat(annotations.events(0, 10)).isEmpty();
        assertThat(annotations.answeredCount()).isZero();

        annotations.bulk(ids, SARCASTIC, "ada", Circumstances.ofMany(null));
        assertThatThrownBy(() -> annotations.undoLast("ada", stops)).isInstanceOf(CancellationException.class);
        assertThat(annotations.answeredCount()).isEqualTo(ids.length);
        annotations.undoLast("ada");
        assertThat(annotations.answeredCount()).isZero();
    }

    @Test
    void aMoveSaysWhereFromAndQueriesAndExportsSeeTheNewSplitAtOnce() {
        annotations.bulk(ids, new Act.Move(Split.TEST), "ada", Circumstances.ofMany(null));
        annotations.bulk(ids, new Act.Move(Split.NONE), "ben", Circumstances.ofMany(null));

        assertThat(annotations.history(ids[0])).extracting(Event::annotator, Event::former, Event::value)
                .containsExactly(tuple("ada", "train", "test"),
                        tuple("ben", "test", "none"));
        assertThat(project.examples().splitCounts()).isEqualTo(Map.of(Split.NONE, 4));
        annotations.undoLast("ben");
        annotations.undoLast("ada");
        assertThat(project.examples().splitCounts()).isEqualTo(Map.of(Split.TRAIN, 2, Split.TEST, 1,
                Split.VALIDATION, 1));
    }

    @Test
    void theReviewNamesOnlyWhatWouldChange() {
        annotations.save(Fixtures.answer(ids[0], "sarcasm", "sarcastic", "ada"));
        annotations.save(Fixtures.answer(ids[1], "sarcasm", "not sarcastic", "ada"));
        annotations.save(Fixtures.answer(ids[2], "sarcasm", "sarcastic", "ben"));
        annotations.flag(ids[3], null, "ben");
        var review = project.bulkReview();

        var label = review.of(ids, SARCASTIC, "ada");
        assertThat(label.changed()).containsExactly(ids[1], ids[2], ids[3]);
        assertThat(label.otherwise()).isEqualTo(1);
        assertThat(review.of(ids, SARCASTIC, "nobody yet").changed()).containsExactly(ids);
        assertThat(review.of(ids, new Act.Clear(Set.of("sarcasm", "sentiment")), "ada").changed())
                .containsExactly(ids[0], ids[1]);
        assertThat(review.of(ids, new Act.Clear(Set.of("sarcasm")), "nobody yet").changed()).isEmpty();
        assertThat(review.of(ids, new Act.Flag(null), "ada").changed()).containsExactly(ids[0], ids[1], ids[2]);
        assertThat(review.of(ids, new Act.Unflag(), "ada").changed()).containsExactly(ids[3]);
        var move = review.of(ids, new Act.Move(Split.TRAIN), "ada");
        assertThat(move.changed()).containsExactly(ids[2], ids[3]);
        assertThat(move.from()).isEqualTo(Map.of(Split.TEST, 1, Split.VALIDATION, 1));
        assertThat(move.touches(Split.TEST, new Act.Move(Split.TRAIN))).isTrue();
        assertThat(review.of(new long[]{ids[0], ids[3]}, new Act.Move(Split.TRAIN), "ada").touches(Split.TEST,
                new Act.Move(Split.TRAIN))).isFalse();
    }

    @Test
    void nobodyIsMeasuredByGoldPairsAnsweredInBulk() {
        for (long id : ids) {
            project.gold().put(id, Map.of("sarcasm", "sarcastic"), null);
        }
        annotations.save(Fixtures.answer(ids[0], "sarcasm", "not sarcastic", "ada"));
        annotations.bulk(new long[]{ids[1], ids[2]}, SARCASTIC, "ada", Circumstances.ofMany(null));
        assertThat(project.gold().score("ada")).isEqualTo(new GoldRepository.Score(0, 1));
        annotations.save(Fixtures.answer(ids[1], "sarcasm", "sarcastic", "ada"));
        assertThat(project.gold().score("ada")).isEqualTo(new GoldRepository.Score(1, 2));
    }
}
