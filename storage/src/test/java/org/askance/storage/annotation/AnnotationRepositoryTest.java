package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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

    private Map<String, String> answered() {
        return Objects.requireNonNull(project.examples().row(first)).answered();
    }

    @Test
    void anAnswerIsThereAfterReopening() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        project.close();
        project = Project.open(folder);
        assertThat(answered()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
        assertThat(project.annotations().correctedCount()).isEqualTo(1);
    }

    @Test
    void theLatestAnswerCountsAndTheHistoryKeepsAll() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        annotations.save(Fixtures.answer(first, "sarcasm", "sarcastic", "ben"));

        assertThat(answered()).isEqualTo(Map.of("sarcasm", "sarcastic"));
        assertThat(annotations.history(first)).extracting(Annotation::label).containsExactly("not sarcastic",
                "sarcastic");
        assertThat(annotations.answeredCount()).isEqualTo(1);
        assertThat(annotations.correctedCount()).isZero();
    }

    @Test
    void undoTakesBackOnesOwnLastKeypressWithAllItsTasksAndIsKept() {
        annotations.save(Fixtures.answer(first, "sentiment", "neutral", "ada"));
        annotations.save(new Answer(first, Map.of("sarcasm", "not sarcastic", "sentiment", "positive"), "ada", null,
                Duration.ZERO));
        annotations.save(Fixtures.answer(first + 1, "sentiment", "positive", "ben"));

        assertThat(annotations.undoLast("ada")).isEqualTo(first);

        assertThat(answered()).isEqualTo(Map.of("sentiment", "neutral"));
        assertThat(annotations.history(first)).hasSize(5);
        assertThat(annotations.undoLast("ada")).isEqualTo(first);
        assertThat(answered()).isEmpty();
        assertThat(annotations.undoLast("ada")).isNull();
        assertThat(annotations.undoLast("ben")).isEqualTo(first + 1);
    }

    @Test
    void aLabelThatIsNotTheProjectsChangesNothing() {
        assertThatThrownBy(() -> annotations.save(new Answer(first, Map.of("sarcasm", "perhaps"), "ada", null,
                Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThat(annotations.history(first)).isEmpty();
    }

    @Test
    void trainingTakesTheAnswerBeforeTheGivenLabel() {
        annotations.save(Fixtures.answer(first, "sarcasm", "not sarcastic", "ada"));
        assertThat(annotations.labels(Split.TRAIN)).isEqualTo(Map.of(first, Map.of("sarcasm", 0, "sentiment", 1),
                first + 1, Map.of("sentiment", 1)));
        assertThat(annotations.labels(Split.VALIDATION)).isEmpty();
    }
}
