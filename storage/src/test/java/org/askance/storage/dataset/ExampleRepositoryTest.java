package org.askance.storage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.run.NewPrediction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleRepositoryTest {

    @TempDir
    Path folder;

    private Project project;
    private ExampleRepository examples;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder.resolve("p"));
        examples = project.examples();
    }

    @AfterEach
    void close() {
        project.close();
    }

    private List<String> keys(ExampleFilter filter) {
        var ids = examples.ids(filter);
        assertThat(examples.count(filter)).isEqualTo(ids.length);
        return examples.rows(ids).stream().map(row -> row.example().key()).toList();
    }

    private static ExampleFilter text(String text) {
        return new ExampleFilter(text, Set.of(), Map.of(), Map.of(), false, ExampleFilter.Answers.ANY);
    }

    @Test
    void addingTheSameKeysAgainChangesNothing() {
        int added = examples.addAll(List.of(Fixtures.example("a", "other words", Split.NONE, Map.of())));

        assertThat(added).isZero();
        assertThat(Objects.requireNonNull(examples.row(examples.ids(text("lovely"))[0])).example().split())
                .isEqualTo(Split.TRAIN);
    }

    @Test
    void textIsFoundByBeginningsOfWordsWithoutCaseOrAccents() {
        assertThat(keys(text("LOVE wea"))).containsExactly("a");
        assertThat(keys(text("creme BRUL"))).containsExactly("c");
        assertThat(keys(text("  ?! "))).hasSize(4);
    }

    @Test
    void splitsAndCurrentLabelsNarrow() {
        assertThat(keys(ExampleFilter.ALL.withSplits(Set.of(Split.TRAIN)))).containsExactly("a", "b");
        var negative = new ExampleFilter("", Set.of(), Map.of("sentiment", Set.of("negative")), Map.of(), false,
                ExampleFilter.Answers.ANY);
        assertThat(keys(negative)).containsExactly("a", "b");

        project.annotations().save(Fixtures.answer(examples.ids(text("train"))[0], "sentiment", "neutral", "ada"));

        assertThat(keys(negative)).containsExactly("a");
        assertThat(keys(ExampleFilter.ALL.withAnswers(ExampleFilter.Answers.ANSWERED))).containsExactly("b");
        assertThat(keys(ExampleFilter.ALL.withAnswers(ExampleFilter.Answers.UNANSWERED))).containsExactly("a", "c",
                "d");
    }

    @Test
    void predictionsOfTheCurrentCheckpointShowAndNarrow() {
        var ids = examples.ids(ExampleFilter.ALL);
        long first = project.checkpoints().add("first", Path.of("/c/1"), null);
        long second = project.checkpoints().add("second", Path.of("/c/2"), first);
        var predictions = new ArrayList<NewPrediction>();
        Arrays.stream(ids).forEach(id -> predictions.add(
                new NewPrediction(id, Map.of("sentiment", new float[]{0.2f, 0.7f, 0.1f}, "unknown", new float[]{1}))));
        project.predictions().save(first, predictions);

        var cell = Objects.requireNonNull(examples.rows(ids).getFirst().predicted().get("sentiment"));
        assertThat(cell.label()).isEqualTo("negative");
        assertThat(cell.probabilities()).isEqualTo(Map.of("positive", 0.2f, "negative", 0.7f, "neutral", 0.1f));
        var disagreement = new ExampleFilter("", Set.of(), Map.of(), Map.of(), true, ExampleFilter.Answers.ANY);
        assertThat(keys(disagreement)).containsExactly("c");
        assertThat(examples.unscored(first)).isEmpty();
        assertThat(examples.unscored(second)).hasSize(4);

        project.checkpoints().makeCurrent(second);

        assertThat(keys(disagreement)).isEmpty();
        assertThat(examples.rows(ids).getFirst().predicted()).isEmpty();
    }

    @Test
    void rowsKeepTheOrderAskedForAndLeaveOutWhatIsNotThere() {
        var ids = examples.ids(ExampleFilter.ALL);
        assertThat(examples.rows(new long[]{ids[2], 999_999, ids[0]}).stream().map(row -> row.example().key()))
                .containsExactly("c", "a");
    }

    @Test
    void imagesInsideTheProjectMoveWithIt() {
        var image = project.folder().resolve("images/x.jpg");
        examples.addAll(List.of(new NewExample("x", "moves", image, Split.NONE, Map.of())));
        project.close();
        var moved = folder.resolve("moved");
        assertThat(folder.resolve("p").toFile().renameTo(moved.toFile())).isTrue();
        project = Project.open(moved);
        var row = Objects.requireNonNull(project.examples().row(project.examples().ids(text("moves"))[0]));
        assertThat(row.example().image()).isEqualTo(moved.resolve("images/x.jpg"));
    }
}
