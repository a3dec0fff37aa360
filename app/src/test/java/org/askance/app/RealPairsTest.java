package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.ui.Place;
import org.askance.app.work.ImportChoices;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.Progress;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job on real tweets and photos: `mvn test -Dtest=RealPairsTest -Dtest.groups.excluded=gpu
/// -Daskance.real=FOLDER`. Tells counts and times as it goes.
@Tag("slow")
class RealPairsTest {

    private static final int CORRECTIONS = 20;

    @TempDir
    private Path home;

    private long start = System.nanoTime();

    private void tell(String what) {
        var memory = Runtime.getRuntime();
        System.out.printf("%s: %.1f s, heap %d MB%n", what, (System.nanoTime() - start) / 1e9,
                (memory.totalMemory() - memory.freeMemory()) / 1_000_000);
        start = System.nanoTime();
    }

    @Test
    void realPairsAreImportedScoredCorrectedLearntAndMapped() throws IOException {
        String real = System.getProperty("askance.real", "");
        assumeTrue(!real.isEmpty());
        try (var tour = new Tour(home, 1320, 860)) {
            Fx.run(() -> tour.desk().projects().make(home.resolve("real"), "Real pairs", () -> {}));
            tour.idle();
            tell("project made");
            var project = tour.workspace().project();
            var guess = Sources.guess(Path.of(real));
            var imported = new ImportExamples(project,
                    Sources.open(guess, project.tasks().list(), SourceOptions.USUAL),
                    new ImportExamples.Origin(guess.path(), Sources.files(guess), null), ImportChoices.USUAL)
                    .run(Progress.NONE);
            System.out.printf("added %d, rows with problems %d, unusable pictures %d%n", imported.added(),
                    imported.problems().count(), imported.unusable().count());
            imported.problems().first().stream().limit(5)
                    .forEach(problem -> System.out.println(problem.sentence(Format.GUID_FOLDER)));
            imported.unusable().first().stream().limit(5).forEach(pair -> System.out.println(pair.sentence()));
            tell("imported");
            for (var split : Split.values()) {
                System.out.println(split + " " + project.examples().count(ExampleFilter.ALL.withSplits(Set.of(split))));
            }
            Fx.run(() -> {
                tour.desk().context().examplesChanged();
                tour.desk().projects().score();
            });
            tour.idle();
            tell("scored");
            System.out.println("unscored: " + project.examples().unscored(tour.workspace().current().id()).length);

            tour.go(Place.ANNOTATE);
            Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking);
            tour.bothThemes("real-annotate");
            correct(tour);
            tell(CORRECTIONS + " pairs corrected by key");
            assertThat(project.annotations().answeredCount()).isEqualTo(CORRECTIONS);
            tour.go(Place.BROWSE);
            tour.bothThemes("real-browse");

            tour.go(Place.TRAIN);
            start = System.nanoTime();
            tour.click("#train-start");
            Fx.untilForLong(() -> tour.desk().jobs().isIdle() && project.checkpoints().list().size() == 2
                    && project.checkpoints().list().stream().noneMatch(one -> one.metrics().isEmpty()));
            Fx.frames();
            tell("fine-tuned and both evaluated");
            project.checkpoints().list().forEach(one -> System.out.println(one.name() + " " + one.metrics()));
            tour.bothThemes("real-train");

            tour.go(Place.MAP);
            start = System.nanoTime();
            tour.project(ProjectEmbeddings.Method.UMAP);
            tell("UMAP");
            tour.choosePoint();
            tour.bothThemes("real-map");
        }
    }

    /// Takes another sentiment than the dataset's and says it is sarcastic.
    private static void correct(Tour tour) {
        Map<String, KeyCode> other = Map.of("positive", KeyCode.N, "negative", KeyCode.P, "neutral", KeyCode.P);
        for (int i = 1; i <= CORRECTIONS; i++) {
            var asking = (AnnotateViewModel.State.Asking) tour.desk().annotate().state().get();
            long id = asking.row().example().id();
            var key = other.getOrDefault(asking.row().given().getOrDefault("sentiment", "neutral"), KeyCode.P);
            tour.press(KeyCode.DIGIT2, "2");
            Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking);
            tour.press(key, key.getChar());
            Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking now
                    && now.row().example().id() != id);
        }
    }
}
