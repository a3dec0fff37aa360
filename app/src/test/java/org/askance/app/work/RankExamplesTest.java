package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.model.Task;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Ranking;
import org.askance.storage.run.NewPrediction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every queue over a real project whose predictions and embeddings are known.
class RankExamplesTest {

    private static final Engine ENGINE = Engine.start();

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.openOrCreate(folder.resolve("project"), ENGINE, new Home(folder.resolve("home")));
        var examples = new ArrayList<NewExample>();
        for (int i = 1; i <= 6; i++) {
            examples.add(new NewExample("k" + i, "text " + i, null, i == 6 ? Split.VALIDATION : Split.TRAIN,
                    Map.of("sarcasm", i <= 3 ? "sarcastic" : "not sarcastic", "sentiment",
                            i <= 3 ? "negative" : "positive")));
        }
        project().examples().addAll(examples);
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private Project project() {
        return workspace.project();
    }

    /// Example 4, not sarcastic and positive, is predicted sarcastic and positive; example 2 is labelled against the
    /// network.
    private void predict() {
        var predictions = new ArrayList<NewPrediction>();
        for (int i = 1; i <= 6; i++) {
            float sarcastic = switch (i) {
                case 1, 3 -> 0.9f;
                case 4 -> 0.6f;
                default -> 0.2f;
            };
            float[] sentiment = i == 1 || i == 3
                    ? new float[]{0.1f, 0.8f, 0.1f}
                    : new float[]{0.8f, 0.1f, 0.1f};
            predictions.add(new NewPrediction(i,
                    Map.of("sarcasm", new float[]{1 - sarcastic, sarcastic}, "sentiment", sentiment)));
        }
        project().predictions().save(workspace.current().id(), predictions);
    }

    private void embed(double... degreesBetween) {
        var ids = new long[degreesBetween.length];
        var text = new float[ids.length][];
        var image = new float[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1L;
            text[i] = new float[]{1, 0};
            double angle = Math.toRadians(degreesBetween[i]);
            image[i] = new float[]{(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        var vectors = new EnumMap<EmbeddingKind, Vectors>(EmbeddingKind.class);
        vectors.put(EmbeddingKind.TEXT, new Vectors(ids, text));
        vectors.put(EmbeddingKind.IMAGE, new Vectors(ids, image));
        vectors.put(EmbeddingKind.FUSED, new Vectors(ids, image));
        project().embeddings().append(workspace.current().id(), vectors);
    }

    private List<Long> asked(QueueKind kind, String search) {
        var request = new QueueRequest(kind, search);
        var ranking = kind.isRanked() ? new RankExamples(workspace, kind).run(Progress.NONE) : Ranking.first();
        var queue = request.queue(workspace, "ada", QueueSettings.of(project()), ranking);
        var asked = new ArrayList<Long>();
        var place = project().finder().find(queue, Move.FIRST_OPEN, Queue.NOWHERE, "ada");
        while (place.id() != Queue.NOWHERE) {
            asked.add(place.id());
            place = place.following() == Queue.NOWHERE
                    ? new Queue.Place(Queue.NOWHERE, 0, 0, 0, 0)
                    : project().finder().find(queue, Move.HERE, place.following(), "ada");
        }
        return asked;
    }

    @Test
    void partnersFarApartAreAskedFirst() {
        embed(10, 120, 30, 90, 20);
        assertThat(asked(QueueKind.HALVES, "")).containsExactly(2L, 4L, 3L, 5L, 1L, 6L);
    }

    @Test
    void theDiverseStartFarFromWhatHasAnAnswer() {
        embed(0, 10, 80, 170, 120, 100);
        project().annotations().save(new Answer(1, Map.of("sentiment", "neutral"), "ada", null, Duration.ZERO));
        assertThat(asked(QueueKind.DIVERSE, "").getFirst()).isEqualTo(4);
    }

    @Test
    void theMiddleOfTheLargestClusterIsMostTypical() {
        embed(0, 1, 2, 3, 4, 90);
        var asked = asked(QueueKind.TYPICAL, "");
        assertThat(asked).hasSize(6).doesNotHaveDuplicates();
        assertThat(asked.getFirst()).isBetween(2L, 4L);
    }

    @Test
    void headsThatSeldomAgreeAreAsked() {
        predict();
        // Sarcastic goes with negative three times, not sarcastic with positive three times.
        assertThat(asked(QueueKind.HEADS, "")).containsExactly(4L);
    }

    @Test
    void labelsAgainstWhatTheNetworkBelievesAreSuspected() {
        predict();
        // Sarcasm: belief where it is the label is 0.667 for sarcastic and 0.667 for not; 2 is given as sarcastic at
        // 0.2, 4 is not at 0.4 but 0.6 does not reach 0.667. Sentiment of 2: negative at 0.1.
        assertThat(asked(QueueKind.LABEL_ERRORS, "")).containsExactly(2L);
        project().annotations().save(new Answer(2, Map.of("sarcasm", "not sarcastic", "sentiment", "positive"), "ada",
                null, Duration.ZERO));
        assertThat(asked(QueueKind.LABEL_ERRORS, "")).isEmpty();
    }

    @Test
    void probabilitiesOfALabelThatWasRetiredAreNotReadForOneThatWasAdded() {
        predict();
        project().tasks().change(new TaskChange.RetireLabel("sarcasm", "not sarcastic"),
                new TaskChange.AddLabel("sarcasm", new TaskDefinition.LabelDefinition("unsure", "9")));
        assertThat(asked(QueueKind.HEADS, "")).isEmpty();
        // Sentiment alone is left: 2 is given as negative at 0.1.
        assertThat(asked(QueueKind.LABEL_ERRORS, "")).containsExactly(2L);
        project().annotations().save(new Answer(2, Map.of("sentiment", "positive"), "ada", null, Duration.ZERO));
        assertThat(asked(QueueKind.LABEL_ERRORS, "")).isEmpty();
    }

    @Test
    void aNetworkIsTaughtAndMeasuredByItsOwnNumbers() {
        var network = List.of(new Task("sarcasm", List.of("sarcastic", "not sarcastic")),
                new Task("sentiment", List.of("positive", "negative", "neutral")));
        long checkpoint = workspace.current().id();
        project().tasks().change(new TaskChange.RetireLabel("sentiment", "positive"),
                new TaskChange.AddLabel("sentiment", new TaskDefinition.LabelDefinition("mixed", "M")),
                new TaskChange.ChangeLabel("sentiment", "negative",
                        new TaskDefinition.LabelDefinition("bad", "N")));
        project().annotations().save(new Answer(5, Map.of("sentiment", "mixed"), "ada", null, Duration.ZERO));

        var labels = new NetworkLabels(project(), checkpoint, network).of(Split.TRAIN);
        assertThat(labels.get(1L)).isEqualTo(Map.of("sarcasm", 0, "sentiment", 1));
        // Positive is retired, and mixed is none of the network's.
        assertThat(labels.get(4L)).isEqualTo(Map.of("sarcasm", 1));
        assertThat(labels.get(5L)).isEqualTo(Map.of("sarcasm", 1));
    }

    @Test
    void withoutPredictionsRankedQueuesSayNothing() {
        assertThat(asked(QueueKind.HEADS, "")).isEmpty();
        assertThat(asked(QueueKind.LABEL_ERRORS, "")).isEmpty();
        assertThat(asked(QueueKind.DIVERSE, "")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(asked(QueueKind.HALVES, "")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void searchesAndOwnListsAreQueuesToo() {
        assertThat(asked(QueueKind.SEARCH, "split:validation")).containsExactly(6L);
        project().annotations().flag(3, "odd", "ada");
        project().annotations().skip(2, "ada", org.askance.storage.annotation.Circumstances.NONE);
        project().annotations().save(new Answer(5, Map.of("sentiment", "neutral"), "ben", null, Duration.ZERO));
        assertThat(asked(QueueKind.RANDOM, "")).hasSize(6);
        project().annotations().save(new Answer(5, Map.of("sarcasm", "sarcastic"), "ben", null, Duration.ZERO));
        assertThat(asked(QueueKind.MY_FLAGGED, "")).containsExactly(3L);
        assertThat(asked(QueueKind.MY_SKIPPED, "")).containsExactly(2L);
        assertThat(asked(QueueKind.SECOND_OPINION, "")).containsExactly(5L);
        assertThat(asked(QueueKind.RANDOM, "")).hasSize(5).isEqualTo(asked(QueueKind.RANDOM, ""));
    }

    @Test
    void theTasksOfAQueueAreKeptByWhatTheyAreNotByTheirNames() {
        var names = project().tasks().names();
        long sarcasm = names.firstEntry().getKey();
        assertThat(QueueSettings.tasks(project(), QueueKind.RANDOM)).isEmpty();
        QueueSettings.saveTasks(project(), QueueKind.RANDOM, Set.of(sarcasm));
        assertThat(project().tasks().change(new TaskChange.RenameTask("sarcasm", "irony"))).isNotNull();
        assertThat(QueueSettings.tasks(project(), QueueKind.RANDOM)).containsExactly(sarcasm);
        assertThat(QueueSettings.tasks(project(), QueueKind.DATASET)).isEmpty();
        project().annotations().save(new Answer(5, Map.of("irony", "sarcastic"), "ben", null, Duration.ZERO));
        assertThat(asked(QueueKind.RANDOM, "")).hasSize(5);
        assertThat(asked(QueueKind.DATASET, "")).hasSize(6);
        assertThat(project().tasks().change(new TaskChange.RetireTask("irony"))).isNotNull();
        assertThat(QueueSettings.tasks(project(), QueueKind.RANDOM)).isEmpty();
        project().settings().put("queue.tasks.random", "1 x 99");
        assertThat(QueueSettings.tasks(project(), QueueKind.RANDOM)).isEmpty();
    }

    @Test
    void overlapGoldAndBlindnessAreTheProjects() {
        assertThat(QueueSettings.of(project())).isEqualTo(new QueueSettings(1, 0));
        new QueueSettings(3, 20).save(project());
        QueueSettings.saveBlind(project(), QueueKind.HALVES, true);
        assertThat(QueueSettings.of(project())).isEqualTo(new QueueSettings(3, 20));
        assertThat(QueueSettings.blind(project(), QueueKind.HALVES)).isTrue();
        assertThat(QueueSettings.blind(project(), QueueKind.HEADS)).isFalse();
        var queue = new QueueRequest(QueueKind.DATASET, "").queue(workspace, "ada", QueueSettings.of(project()),
                Ranking.first());
        assertThat(queue.open()).isEqualTo(new Queue.Open.Until(3));
        assertThat(queue.goldEvery()).isEqualTo(20);
        project().settings().put("queue.gold", "many");
        assertThat(QueueSettings.of(project()).goldEvery()).isZero();
    }
}
