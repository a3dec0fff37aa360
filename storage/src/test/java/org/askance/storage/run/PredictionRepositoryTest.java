package org.askance.storage.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Probabilities stand for the labels that they were computed for, whatever becomes of the task.
class PredictionRepositoryTest {

    private static final TaskLabels SENTIMENT = new TaskLabels("sentiment",
            List.of("positive", "negative", "neutral"));

    @TempDir
    Path folder;

    private Project project;
    private long checkpoint;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder);
        checkpoint = project.checkpoints().add("one", folder.resolve("checkpoints/one"), null);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void save(long example, TaskLabels labels, float... probabilities) {
        project.predictions().save(checkpoint, List.of(labels),
                List.of(new NewPrediction(example, Map.of(labels.task(), probabilities))));
    }

    private void change(TaskChange... changes) {
        assertThat(project.tasks().change(changes)).isInstanceOf(TaskRepository.Changed.Done.class);
    }

    private Map<String, Float> shown(long example, String task) {
        return Objects.requireNonNull(Objects.requireNonNull(project.examples().row(example)).predicted().get(task))
                .probabilities();
    }

    private TaskPredictions all(String task) {
        return project.predictions().all(checkpoint).stream().filter(one -> one.task().equals(task)).findFirst()
                .orElseThrow();
    }

    @Test
    void aLabelRetiredAndAnotherAddedLeaveTheProbabilitiesToTheirOwnLabels() {
        save(1, SENTIMENT, 0.2f, 0.1f, 0.7f);
        change(new TaskChange.RetireLabel("sentiment", "neutral"),
                new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "M")));

        assertThat(shown(1, "sentiment"))
                .isEqualTo(Map.of("positive", 0.2f, "negative", 0.1f, "neutral", 0.7f));
        assertThat(all("sentiment").examples()).isEmpty();

        var newer = new TaskLabels("sentiment", List.of("positive", "negative", "mixed"));
        checkpoint = project.checkpoints().add("two", folder.resolve("checkpoints/two"), checkpoint);
        save(1, newer, 0.3f, 0.1f, 0.6f);
        assertThat(all("sentiment").probabilities()[0]).containsExactly(0.3f, 0.1f, 0.6f);
        project.checkpoints().makeCurrent(checkpoint);
        assertThat(shown(1, "sentiment")).isEqualTo(Map.of("positive", 0.3f, "negative", 0.1f, "mixed", 0.6f));
    }

    @Test
    void anotherOrderOfTheNetworkIsNoOtherMeaning() {
        save(2, new TaskLabels("sarcasm", List.of("sarcastic", "not sarcastic")), 0.9f, 0.1f);

        var row = Objects.requireNonNull(project.examples().row(2));
        assertThat(Objects.requireNonNull(row.predicted().get("sarcasm")).label()).isEqualTo("sarcastic");
        assertThat(all("sarcasm").probabilities()[0]).containsExactly(0.1f, 0.9f);
        assertThat(project.predictions().offered(checkpoint,
                List.of(new TaskLabels("sarcasm", List.of("sarcastic", "not sarcastic"))))).singleElement()
                .isEqualTo(new OfferedLabels("sarcasm", "sarcasm", List.of(1, 0)));
    }

    @Test
    void whatWasRenamedIsStillWhatANetworkTrainedBeforeMeans() {
        change(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("good", "P")),
                new TaskChange.RenameTask("sentiment", "mood"));
        save(1, SENTIMENT, 0.8f, 0.1f, 0.1f);
        assertThat(shown(1, "mood")).isEqualTo(Map.of("good", 0.8f, "negative", 0.1f, "neutral", 0.1f));

        // Another label takes the old name: a network that is known meant the first one.
        change(new TaskChange.AddLabel("mood", new LabelDefinition("positive", "O")));
        save(2, SENTIMENT, 0.8f, 0.1f, 0.1f);
        assertThat(shown(2, "mood")).containsEntry("good", 0.8f).doesNotContainKey("positive");
        assertThat(project.predictions().offered(checkpoint, List.of(SENTIMENT)))
                .containsExactly(new OfferedLabels("sentiment", "mood", List.of(0, 1, 2)));
    }

    @Test
    void labelsThatTheProjectNeverHadAreLeftOut() {
        save(1, new TaskLabels("sentiment", List.of("positive", "negative", "angry")), 0.8f, 0.1f, 0.1f);
        save(1, new TaskLabels("topic", List.of("rain", "trains")), 0.8f, 0.2f);
        assertThat(Objects.requireNonNull(project.examples().row(1)).predicted()).isEmpty();
        assertThat(project.predictions().offered(checkpoint, List.of(
                new TaskLabels("sentiment", List.of("positive", "negative", "angry")),
                new TaskLabels("topic", List.of("rain", "trains")))))
                .containsExactly(new OfferedLabels("sentiment", "sentiment", List.of(0, 1, -1)));
    }
}
