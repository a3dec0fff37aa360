package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskRepository.Changed;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Open;
import org.askance.storage.query.Queue.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queues for several annotators: ranked, overlapping, with gold examples, each at its place.
class QueuesTest {

    private static final Order IMPORTED = new Order.Dataset();

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

    /// In every task.
    private void answer(long example, String annotator, String label) {
        project.annotations().save(new Answer(example, Map.of("sentiment", label, "sarcasm", "sarcastic"), annotator,
                null, Duration.ofMillis(900)));
    }

    private void answerHalf(long example, String annotator) {
        project.annotations().save(Fixtures.answer(example, "sentiment", "neutral", annotator));
    }

    private long first(Queue queue, String annotator) {
        return project.finder().find(queue, Move.FIRST_OPEN, Queue.NOWHERE, annotator).id();
    }

    private Queue.Place find(Queue queue, Move move, long from, String annotator) {
        var place = project.finder().find(queue, move, from, annotator);
        assertThat(project.finder().findBySql(queue, move, from, annotator)).isEqualTo(place);
        return place;
    }

    private long[] ids(Query query) {
        var ids = project.finder().ids(query);
        assertThat(project.finder().idsBySql(query)).isEqualTo(ids);
        return ids;
    }

    @Test
    void aRankingIsWalkedAndTheRestFollowsOrIsLeftOut() {
        var some = new Queue(Query.ALL, new Order.Ranked(Ranking.first(3, 1, 3, 99)), Open.TO_ALL);
        assertThat(walk(some)).containsExactly(3, 1, 2, 4);
        var only = new Queue(Query.ALL, new Order.Ranked(Ranking.only(3, 1)), Open.TO_ALL);
        assertThat(walk(only)).containsExactly(3, 1);
        answer(3, "ada", "neutral");
        assertThat(project.finder().find(only, Move.FIRST_OPEN, Queue.NOWHERE, "ada"))
                .isEqualTo(new Queue.Place(1, Queue.NOWHERE, 2, 2, 1));
        project.examples().addAll(List.of(Fixtures.example("e", "new", Split.TRAIN, Map.of())));
        assertThat(walk(some)).containsExactly(1, 2, 4, 5);
        assertThat(walk(only)).containsExactly(1);
        var nothing = new Queue(Query.ALL, new Order.Ranked(Ranking.only()), Open.TO_ALL);
        assertThat(project.finder().find(nothing, Move.FIRST_OPEN, Queue.NOWHERE, "ada").count()).isZero();
    }

    private List<Integer> walk(Queue queue) {
        var visited = new ArrayList<Integer>();
        for (long id = first(queue, "nobody"); id != Queue.NOWHERE;) {
            visited.add((int) id);
            id = project.finder().find(queue, Move.HERE, id, "nobody").following();
        }
        return visited;
    }

    @Test
    void anExampleIsOpenUntilAsManyAnsweredAsAreWanted() {
        var two = new Queue(Query.ALL, IMPORTED, new Open.Until(2));
        answer(1, "ada", "neutral");
        assertThat(find(two, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(2);
        assertThat(find(two, Move.FIRST_OPEN, -1, "ben").id()).isEqualTo(1);
        answer(1, "ben", "positive");
        assertThat(find(two, Move.FIRST_OPEN, -1, "cy").id()).isEqualTo(2);
        assertThat(find(two, Move.FIRST_OPEN, -1, "cy").answered()).isEqualTo(1);
        project.annotations().undoLast("ben");
        assertThat(find(two, Move.FIRST_OPEN, -1, "cy").id()).isEqualTo(1);
        project.annotations().save(new Answer(1, Map.of("sentiment", "neutral"), "dee",
                Circumstances.seen(null, Duration.ZERO).asDeciding()));
        // What is decided is one of two tasks.
        assertThat(find(two, Move.FIRST_OPEN, -1, "cy").id()).isEqualTo(1);
        project.annotations().save(new Answer(1, Map.of("sarcasm", "sarcastic"), "dee",
                Circumstances.seen(null, Duration.ZERO).asDeciding()));
        assertThat(find(two, Move.FIRST_OPEN, -1, "cy").id()).isEqualTo(2);
    }

    @Test
    void anExampleThatWasLeftHalfAnsweredIsAskedAgain() {
        answerHalf(1, "ada");
        for (var open : List.of(Open.TO_ALL, Open.TO_ANNOTATOR, new Open.Until(2))) {
            var queue = new Queue(Query.ALL, IMPORTED, open);
            assertThat(find(queue, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(1, 2, 1, 4, 0));
            assertThat(find(queue, Move.NEXT_OPEN, 1, "ada").id()).isEqualTo(2);
            assertThat(find(queue, Move.NEXT_OPEN, 4, "ada").id()).isEqualTo(1);
            assertThat(find(queue, Move.FIRST_OPEN, -1, "ben").id()).isEqualTo(1);
        }
        answerHalf(2, "ben");
        project.annotations().save(Fixtures.answer(2, "sarcasm", "sarcastic", "cy"));
        // Two people together have answered all of it: that is one answer for each task, and nobody's own whole one.
        assertThat(find(Queue.ALL, Move.NEXT_OPEN, 1, "ada").id()).isEqualTo(3);
        assertThat(find(new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR), Move.NEXT_OPEN, 1, "ben").id())
                .isEqualTo(2);
        project.annotations().bulk(new long[]{2}, new Act.Clear(Set.of("sarcasm")), "cy", Circumstances.NONE);
        assertThat(find(Queue.ALL, Move.NEXT_OPEN, 1, "ada").id()).isEqualTo(2);
    }

    @Test
    void ofSomeExamplesTheOpenOnesAreTold() {
        answerHalf(1, "ada");
        answer(2, "ada", "neutral");
        assertThat(project.finder().open(Queue.ALL, new long[]{1, 2, 3, 99}, "ada")).containsExactly(1, 3);
        assertThat(project.finder().open(new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR), new long[]{2, 1}, "ben"))
                .containsExactly(2, 1);
    }

    @Test
    void aQueueMayAskForSomeTasksAloneAndAsksForAllOnceItsOwnAreGone() {
        long sentiment = project.finder().names().tasks().get(1).id();
        var some = Queue.ALL.asking(Set.of(sentiment));
        answerHalf(1, "ada");
        assertThat(find(some, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(2, 3, 2, 4, 1));
        project.annotations().save(Fixtures.answer(2, "sarcasm", "sarcastic", "ada"));
        assertThat(find(some, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(2);
        assertThat(project.tasks().change(new TaskChange.RetireTask("sentiment"))).isInstanceOf(Changed.Done.class);
        assertThat(find(some, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(1, 2, 1, 4, 1));
        assertThat(find(some, Move.NEXT_OPEN, 1, "ada").id()).isEqualTo(3);
    }

    @Test
    void aSecondOpinionIsOnWhatSomeoneSaidOfTheTasksThatAreAsked() {
        var tasks = project.finder().names().tasks();
        project.finder().await();
        answerHalf(1, "ben");
        project.annotations().save(Fixtures.answer(2, "sarcasm", "sarcastic", "ben"));
        answerHalf(3, "ada");
        assertThat(ids(new Query.ByOthers("ada"))).containsExactly(1, 2);
        assertThat(ids(new Query.ByOthers("ada", Set.of(tasks.getFirst().id())))).containsExactly(2);
        assertThat(ids(new Query.ByOthers("ada", Set.of(tasks.get(1).id())))).containsExactly(1);
        assertThat(ids(new Query.ByOthers("ada", Set.of(tasks.getFirst().id(), tasks.get(1).id()))))
                .containsExactly(1, 2);
        answerHalf(4, "ben");
        assertThat(ids(new Query.ByOthers("ada", Set.of(tasks.get(1).id())))).containsExactly(1, 4);
    }

    @Test
    void whatWasAnsweredIsOpenAgainOnceAnotherTaskIsAsked() {
        answer(1, "ada", "neutral");
        assertThat(find(Queue.ALL, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(2);
        project.tasks().add(new TaskDefinition("topic",
                List.of(new LabelDefinition("weather", "W"), new LabelDefinition("trains", "T"))));
        assertThat(find(Queue.ALL, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(1, 2, 1, 4, 0));
        assertThat(project.tasks().change(new TaskChange.RetireTask("topic"))).isInstanceOf(Changed.Done.class);
        assertThat(find(Queue.ALL, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(2);
    }

    /// It has no answer there any more, and would stay so unnoticed.
    @Test
    void whatWasAnsweredByALabelThatIsRetiredIsOpenAgainUntilThatIsBroughtBack() {
        answer(1, "ada", "neutral");
        answer(2, "ada", "positive");
        project.annotations().save(new Answer(3, Map.of("sentiment", "neutral", "sarcasm", "sarcastic"), "dee",
                Circumstances.seen(null, Duration.ZERO).asDeciding()));
        answer(4, "ben", "positive");
        answer(4, "ada", "neutral");
        assertThat(project.tasks().change(new TaskChange.RetireLabel("sentiment", "neutral")))
                .isInstanceOf(Changed.Done.class);
        for (var open : List.of(Open.TO_ALL, Open.TO_ANNOTATOR, new Open.Until(1))) {
            var queue = new Queue(Query.ALL, IMPORTED, open);
            assertThat(find(queue, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(1, 2, 1, 4,
                    open.equals(Open.TO_ANNOTATOR) ? 1 : 2));
            assertThat(find(queue, Move.NEXT_OPEN, 1, "ada").id()).isEqualTo(3);
        }
        long sentiment = project.tasks().names().lastEntry().getKey();
        assertThat(ids(new Query.ByOthers("ben", Set.of(sentiment)))).containsExactly(2);
        assertThat(ids(new Query.ByOthers("ben"))).containsExactly(1, 2, 4);
        assertThat(project.tasks().change(new TaskChange.RestoreLabel("sentiment", "neutral", "u")))
                .isInstanceOf(Changed.Done.class);
        assertThat(find(Queue.ALL, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(Queue.NOWHERE);
    }

    @Test
    void eachAnnotatorHasTheirOwnSkipsFlagsAndSecondOpinions() {
        answer(1, "ada", "neutral");
        answer(2, "ben", "neutral");
        assertThat(ids(new Query.ByOthers("ada"))).containsExactly(2);
        assertThat(ids(new Query.ByOthers("cy"))).containsExactly(1, 2);
        answer(2, "ada", "neutral");
        assertThat(ids(new Query.ByOthers("ada"))).containsExactly(2);
        project.annotations().skip(3, "ada", Circumstances.NONE);
        project.annotations().skip(4, "ben", Circumstances.NONE);
        assertThat(ids(new Query.SkippedBy("ada"))).containsExactly(3);
        answer(3, "ada", "neutral");
        assertThat(ids(new Query.SkippedBy("ada"))).isEmpty();
        project.annotations().flag(1, "odd", "ada");
        project.annotations().flag(2, null, "ben");
        assertThat(ids(new Query.FlaggedBy("ada"))).containsExactly(1);
        project.annotations().flag(2, "me too", "ada");
        assertThat(ids(new Query.FlaggedBy("ada"))).containsExactly(1, 2);
        assertThat(ids(new Query.FlaggedBy("ben"))).isEmpty();
        var review = new Queue(new Query.FlaggedBy("ada"), IMPORTED, Open.TO_NOBODY);
        assertThat(find(review, Move.FIRST_OPEN, -1, "ada")).isEqualTo(new Queue.Place(1, 2, 1, 2, 0));
        assertThat(find(review, Move.NEXT_OPEN, 2, "ada").id()).isEqualTo(1);
        project.annotations().undoLast("ada");
        assertThat(ids(new Query.FlaggedBy("ben"))).containsExactly(2);
        project.annotations().unflag(1, "ben");
        assertThat(ids(new Query.FlaggedBy("ada"))).isEmpty();
    }

    /// What a new annotator's queue found before they did anything must not last.
    @Test
    void someoneNewHasQueuesOfTheirOwnFromTheFirstActOn() {
        project.finder().await();
        assertThat(ids(new Query.SkippedBy("new"))).isEmpty();
        assertThat(ids(new Query.FlaggedBy("new"))).isEmpty();
        assertThat(ids(new Query.ByOthers("new"))).isEmpty();
        project.annotations().skip(3, "new", Circumstances.NONE);
        assertThat(ids(new Query.SkippedBy("new"))).containsExactly(3);
        project.annotations().flag(2, "odd", "new");
        assertThat(ids(new Query.FlaggedBy("new"))).containsExactly(2);
        answer(1, "new", "neutral");
        assertThat(ids(new Query.ByOthers("new"))).isEmpty();
    }

    @Test
    void goldExamplesComeAtTheirRateAndOnlyThen() {
        project.examples().addAll(LongStream.rangeClosed(5, 100)
                .mapToObj(i -> Fixtures.example("g" + i, "text " + i, Split.TRAIN, Map.of())).toList());
        for (long id = 50; id < 70; id++) {
            project.gold().put(id, Map.of("sentiment", "positive"), null);
        }
        var queue = new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR).withGold(5);
        var ada = asked(queue, "ada");
        var ben = asked(queue, "ben");
        // 80 others and one gold in each whole five answers: 16 or more of the 20.
        assertThat(ada.stream().filter(QueuesTest::isGold).count()).isBetween(18L, 20L);
        assertThat(ada.stream().filter(id -> !isGold(id)).toList())
                .isEqualTo(LongStream.rangeClosed(1, 100).boxed().filter(id -> !isGold(id)).toList());
        for (int round = 0; round + 5 <= 90; round += 5) {
            assertThat(ada.subList(round, round + 5).stream().filter(QueuesTest::isGold)).hasSize(1);
        }
        assertThat(ada).isNotEqualTo(ben);
    }

    private static boolean isGold(long id) {
        return id >= 50 && id < 70;
    }

    private List<Long> asked(Queue queue, String annotator) {
        var asked = new ArrayList<Long>();
        long id = first(queue, annotator);
        while (id != Queue.NOWHERE) {
            asked.add(id);
            answer(id, annotator, "neutral");
            id = project.finder().find(queue, Move.NEXT_OPEN, id, annotator).id();
        }
        assertThat(asked).doesNotHaveDuplicates();
        return asked;
    }

    @Test
    void aGoldExampleOfATaskThatIsNotAskedIsAskedLikeAnyOther() {
        long sarcasm = project.tasks().names().firstEntry().getKey();
        long sentiment = project.tasks().names().lastEntry().getKey();
        project.gold().put(3, Map.of("sentiment", "positive"), null);
        var queue = new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR).withGold(2);
        assertThat(asked(queue.asking(Set.of(sarcasm)), "ada")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(asked(queue.asking(Set.of(sentiment)), "ben").indexOf(3L)).isLessThan(2);
        assertThat(asked(queue, "cy").indexOf(3L)).isLessThan(2);
        // What one of two tasks is agreed of is asked of that one too.
        project.gold().put(3, Map.of("sentiment", "positive", "sarcasm", "sarcastic"), null);
        assertThat(asked(queue.asking(Set.of(sarcasm)), "dee").indexOf(3L)).isLessThan(2);
        // An agreed label that is offered no more tells nobody how they did.
        project.gold().put(3, Map.of("sentiment", "positive"), null);
        answer(2, "ada", "positive");
        assertThat(project.tasks().change(new TaskChange.RetireLabel("sentiment", "positive")))
                .isInstanceOf(Changed.Done.class);
        assertThat(asked(queue, "eve")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aGoldExampleThatIsSkippedDoesNotStandInTheWay() {
        project.gold().put(4, Map.of("sentiment", "positive"), null);
        var queue = new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR).withGold(2);
        long id = first(queue, "ada");
        for (int i = 0; i < 3 && id != 4; i++) {
            answer(id, "ada", "neutral");
            id = project.finder().find(queue, Move.NEXT_OPEN, id, "ada").id();
        }
        assertThat(id).isEqualTo(4);
        project.annotations().skip(4, "ada", Circumstances.NONE);
        assertThat(project.finder().find(queue, Move.NEXT_OPEN, 4, "ada").id()).isBetween(1L, 3L);
    }

    @Test
    void aGoldExampleThatWasLeftHalfAnsweredComesAgainAtALaterTurn() {
        project.examples().addAll(LongStream.rangeClosed(5, 12)
                .mapToObj(i -> Fixtures.example("g" + i, "text " + i, Split.TRAIN, Map.of())).toList());
        project.gold().put(12, Map.of("sentiment", "positive"), null);
        var queue = new Queue(Query.ALL, IMPORTED, Open.TO_ANNOTATOR).withGold(2);
        var asked = new ArrayList<Long>();
        long id = first(queue, "ada");
        while (id != Queue.NOWHERE && asked.size() < 20) {
            asked.add(id);
            if (id == 12 && asked.indexOf(12L) == asked.size() - 1) {
                answerHalf(id, "ada");
            } else {
                answer(id, "ada", "neutral");
            }
            id = project.finder().find(queue, Move.NEXT_OPEN, id, "ada").id();
        }
        assertThat(asked).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 12L);
    }

    @Test
    void everyoneGoesOnWhereTheyStopped() {
        project.annotators().add("ada");
        project.annotators().add("ben");
        assertThat(project.queuePlaces().get("ada", "random")).isEqualTo(Queue.NOWHERE);
        project.queuePlaces().put("ada", "random", 3);
        project.queuePlaces().put("ada", "all", 1);
        project.queuePlaces().put("ben", "random", 2);
        project.queuePlaces().put("ada", "random", 4);
        project.close();
        project = Project.open(folder.resolve("p"));
        assertThat(project.queuePlaces().get("ada", "random")).isEqualTo(4);
        assertThat(project.queuePlaces().get("ben", "random")).isEqualTo(2);
        assertThat(project.queuePlaces().get("ada", "all")).isEqualTo(1);
        project.queuePlaces().forget();
        assertThat(project.queuePlaces().get("ada", "random")).isEqualTo(Queue.NOWHERE);
        assertThat(project.queuePlaces().get("ben", "random")).isEqualTo(Queue.NOWHERE);
    }

    @Test
    void aPlaceNotedLateDoesNotBringBackANameThatWasGivenUp() {
        project.annotators().add("ada");
        project.queuePlaces().put("ada", "all", 1);
        project.annotators().rename("ada", "Ada Byron");
        project.queuePlaces().put("ada", "all", 2);
        assertThat(project.annotators().list()).contains("Ada Byron").doesNotContain("ada");
        assertThat(project.queuePlaces().get("Ada Byron", "all")).isEqualTo(1);
    }
}
