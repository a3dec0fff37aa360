package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationRepositoryTest {

    @TempDir
    Path folder;

    private Project project;
    private AnnotationRepository annotations;
    private long first;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder);
        annotations = project.annotations();
        first = project.examples().ids(ExampleFilter.ALL)[0];
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void reopen() {
        project.close();
        project = Project.open(folder);
        annotations = project.annotations();
    }

    private Map<String, String> answered() {
        return answered(first);
    }

    private Map<String, String> answered(long example) {
        return Objects.requireNonNull(project.examples().row(example)).answered();
    }

    private Split split(long example) {
        return Objects.requireNonNull(project.examples().row(example)).example().split();
    }

    @Test
    void anAnswerIsThereAfterReopening() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        reopen();
        assertThat(answered()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
        assertThat(annotations.correctedCount()).isEqualTo(1);
    }

    @Test
    void theLatestAnswerCountsAndTheHistoryKeepsAll() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ben"));

        assertThat(answered()).isEqualTo(Map.of("sarcasm", "sarcastic"));
        assertThat(annotations.history(first)).extracting(Event::label).containsExactly("not sarcastic", "sarcastic");
        assertThat(annotations.labelsByAnnotator(first)).isEqualTo(
                Map.of("ada", Map.of("sarcasm", "not sarcastic"), "ben", Map.of("sarcasm", "sarcastic")));
        assertThat(annotations.answeredCount()).isEqualTo(1);
        assertThat(annotations.correctedCount()).isZero();
        assertThat(project.annotators().list()).containsExactly("ada", "ben");
    }

    @Test
    void marksAreWhatCountsNow() {
        assertThat(annotations.marks(first, "ada")).isEqualTo(Marks.NONE);
        annotations.comment(first, "odd", "ben");
        annotations.flag(first, "spam", "ben");
        annotations.comment(first, "I see", "ada");
        annotations.skip(first, "ada", Circumstances.NONE);
        var all = new Marks(new Marks.Flag("ben", "spam"),
                List.of(new Marks.Comment("ben", "odd"), new Marks.Comment("ada", "I see")), true);
        assertThat(annotations.marks(first, "ada")).isEqualTo(all);
        assertThat(all.of("ada")).isEqualTo(
                new Marks(new Marks.Flag("ben", null), List.of(new Marks.Comment("ada", "I see")), true));
        annotations.undoLast("ben");
        annotations.undoLast("ada");
        annotations.undoLast("ada");
        assertThat(annotations.marks(first, "ada"))
                .isEqualTo(new Marks(null, List.of(new Marks.Comment("ben", "odd")), false));
        annotations.redo("ben");
        annotations.unflag(first, "ada");
        assertThat(annotations.marks(first, "ada").flag()).isNull();
    }

    @Test
    void oneGestureIsTakenBackWhateverCameAfterIt() {
        long flag = annotations.flag(first, "twice here", "ada");
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
        assertThat(annotations.undo("ben", flag)).isNull();
        assertThat(annotations.undo("ada", flag)).isEqualTo(first);
        assertThat(annotations.undo("ada", flag)).isNull();
        assertThat(annotations.undo("ada", 10_000)).isNull();
        assertThat(annotations.labelsByAnnotator(first)).isEqualTo(Map.of("ada", Map.of("sarcasm", "sarcastic")));
        assertThat(annotations.redo("ada")).isEqualTo(first);
        assertThat(annotations.undoLast("ada")).isEqualTo(first);
        assertThat(annotations.labelsByAnnotator(first)).isEmpty();
    }

    @Test
    void undoTakesBackOnesOwnLastKeypressWithAllItsTasksAndIsKept() {
        annotations.save(Fixtures.answer(first, "sentiment", "neutral", "ada"));
        annotations.save(new Answer(first, Map.of("sarcasm", "not sarcastic", "sentiment", "positive"), "ada", null,
                Duration.ZERO));
        annotations.save(Fixtures.answer(first + 1, "sentiment", "positive", "ben"));

        assertThat(annotations.undoLast("ada")).isEqualTo(first);

        assertThat(answered()).isEqualTo(Map.of("sentiment", "neutral"));
        assertThat(annotations.history(first)).extracting(Event::kind).containsExactly(EventKind.ANSWER,
                EventKind.ANSWER, EventKind.ANSWER, EventKind.UNDO);
        assertThat(annotations.history(first)).extracting(Event::counts).containsExactly(true, false, false, true);
        assertThat(annotations.undoLast("ada")).isEqualTo(first);
        assertThat(answered()).isEmpty();
        assertThat(annotations.undoLast("ada")).isNull();
        assertThat(annotations.undoLast("ben")).isEqualTo(first + 1);
        assertThat(annotations.undoLast("nobody")).isNull();
    }

    @Test
    void redoBringsBackTheVeryEventsAlsoAfterReopening() {
        long checkpoint = project.checkpoints().add("one", folder.resolve("one"), null);
        var circumstances = Circumstances.seen(checkpoint, Duration.ofMillis(1234)).in("uncertain").under(3).asBlind();
        annotations.save(Fixtures.answer(first, "sentiment", "neutral", "ada"));
        annotations.save(new Answer(first, Map.of("sentiment", "positive"), "ada", circumstances));
        annotations.save(Fixtures.answer(first + 1, "sentiment", "positive", "ada"));
        var before = annotations.labelsByAnnotator(first);
        annotations.undoLast("ada");
        annotations.undoLast("ada");
        assertThat(answered()).isEqualTo(Map.of("sentiment", "neutral"));

        reopen();

        assertThat(annotations.redo("ada")).isEqualTo(first);
        assertThat(annotations.labelsByAnnotator(first)).isEqualTo(before);
        var again = annotations.history(first).get(1);
        assertThat(again.circumstances()).isEqualTo(circumstances);
        assertThat(again.counts()).isTrue();
        assertThat(annotations.redo("ada")).isEqualTo(first + 1);
        assertThat(annotations.redo("ada")).isNull();
        annotations.undoLast("ada");
        assertThat(annotations.redo("ada")).isEqualTo(first + 1);
        assertThat(answered(first + 1)).isEqualTo(Map.of("sentiment", "positive"));
    }

    @Test
    void aNewActEndsWhatCanBeRedoneForItsAnnotatorOnly() {
        annotations.save(Fixtures.answer(first, "sentiment", "neutral", "ada"));
        annotations.save(Fixtures.answer(first, "sentiment", "positive", "ben"));
        annotations.undoLast("ada");
        annotations.undoLast("ben");
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));

        assertThat(annotations.redo("ada")).isNull();
        assertThat(annotations.redo("ben")).isEqualTo(first);
        assertThat(answered()).isEqualTo(Map.of("sentiment", "positive", "sarcasm", "sarcastic"));
    }

    @Test
    void anActOnManyIsUndoneAndRedoneAsOne() {
        var all = project.examples().ids(ExampleFilter.ALL);
        annotations.save(Fixtures.answer(first, "sentiment", "negative", "ada"));
        annotations.bulk(all, new Act.Label(Map.of("sentiment", "neutral")), "ada", Circumstances.NONE);
        assertThat(annotations.answeredCount()).isEqualTo(4);

        annotations.undoLast("ada");
        assertThat(annotations.answeredCount()).isEqualTo(1);
        assertThat(answered()).isEqualTo(Map.of("sentiment", "negative"));

        annotations.redo("ada");
        assertThat(annotations.answeredCount()).isEqualTo(4);
        assertThat(answered()).isEqualTo(Map.of("sentiment", "neutral"));
    }

    @Test
    void movingToAnotherSplitCanBeTakenBack() {
        annotations.bulk(new long[]{first, first + 3}, new Act.Move(Split.TEST), "ada", Circumstances.NONE);
        annotations.bulk(new long[]{first}, new Act.Move(Split.NONE), "ada", Circumstances.NONE);
        assertThat(List.of(split(first), split(first + 3))).containsExactly(Split.NONE, Split.TEST);
        annotations.undoLast("ada");
        assertThat(List.of(split(first), split(first + 3))).containsExactly(Split.TEST, Split.TEST);
        annotations.undoLast("ada");
        assertThat(List.of(split(first), split(first + 3))).containsExactly(Split.TRAIN, Split.VALIDATION);
    }

    @Test
    void aDecidingAnswerCountsBeforeLaterOnesAndIsNoAnnotatorsOwn() {
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
        annotations.save(new Answer(first, Map.of("sarcasm", "not sarcastic"), "eve", Circumstances.NONE.asDeciding()));
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ben"));

        assertThat(answered()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
        assertThat(annotations.labelsByAnnotator(first)).containsOnlyKeys("ada", "ben");

        annotations.undoLast("eve");
        assertThat(answered()).isEqualTo(Map.of("sarcasm", "sarcastic"));
    }

    @Test
    void clearingTakesOnlyOnesOwnAnswerAway() {
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ben"));
        annotations.bulk(new long[]{first}, new Act.Clear(Set.of("sarcasm")), "ben", Circumstances.NONE);
        assertThat(answered()).isEqualTo(Map.of("sarcasm", "sarcastic"));
        annotations.undoLast("ben");
        assertThat(answered()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
    }

    @Test
    void flagsCommentsAndSkipsAreEventsLikeAnyOther() {
        annotations.flag(first, "which cat?", "ada");
        annotations.comment(first, "The left one.", "ben");
        annotations.skip(first, "ada", Circumstances.NONE.in("open"));
        annotations.unflag(first, "ben");

        assertThat(annotations.history(first)).extracting(Event::kind, Event::value).containsExactly(
                org.assertj.core.groups.Tuple.tuple(EventKind.FLAG, "which cat?"),
                org.assertj.core.groups.Tuple.tuple(EventKind.COMMENT, "The left one."),
                org.assertj.core.groups.Tuple.tuple(EventKind.SKIP, null),
                org.assertj.core.groups.Tuple.tuple(EventKind.UNFLAG, null));
        assertThatThrownBy(() -> annotations.comment(first, " ", "ada")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnnotatorsHistoryComesInPagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            annotations.save(Fixtures.answer(first + i % 4, "sarcasm", "sarcastic", "ada"));
            annotations.save(Fixtures.answer(first + i % 4, "sarcasm", "sarcastic", "ben"));
        }
        var page = annotations.history("ada", Long.MAX_VALUE, 3);
        var rest = annotations.history("ada", page.getLast().id(), 3);
        assertThat(page).extracting(Event::example).containsExactly(first, first + 3, first + 2);
        assertThat(rest).extracting(Event::example).containsExactly(first + 1, first);
        assertThat(annotations.events(0, 100)).hasSize(10);
    }

    @Test
    void aLabelThatIsNotTheProjectsChangesNothing() {
        assertThatThrownBy(() -> annotations.save(new Answer(first, Map.of("sarcasm", "perhaps"), "ada", null,
                Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThat(annotations.history(first)).isEmpty();
        assertThat(project.annotators().list()).isEmpty();
    }

    @Test
    void trainingTakesTheAnswerBeforeTheGivenLabel() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        assertThat(annotations.labels(Split.TRAIN)).isEqualTo(Map.of(first, Map.of("sarcasm", 0, "sentiment", 1),
                first + 1, Map.of("sentiment", 1)));
        assertThat(annotations.labels(Split.VALIDATION)).isEmpty();
    }
}
