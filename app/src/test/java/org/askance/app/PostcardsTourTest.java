package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.askance.app.ui.Place;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.storage.dataset.ExampleFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A first start on all of Postcards, timed; it makes the README's pictures.
@Tag("slow")
class PostcardsTourTest {

    private static final Path PICTURES = Path.of("../assets/screenshots");

    @TempDir
    private Path home;

    @Test
    void aFirstStartDrawsAndScoresAllOfPostcards() throws IOException {
        long start = System.nanoTime();
        try (var tour = new Tour(home, 1320, 860)) {
            Fx.run(() -> tour.desk().projects().openLast());
            Fx.untilForLong(() -> tour.desk().context().workspace().get() != null);
            Fx.untilForLong(() -> tour.workspace().project().examples().count(ExampleFilter.ALL) == 6_000);
            System.out.printf("all postcards drawn after %.1f s%n", (System.nanoTime() - start) / 1e9);
            tour.idle();
            System.out.printf("all scored after %.1f s%n", (System.nanoTime() - start) / 1e9);
            assertThat(tour.workspace().project().examples().unscored(tour.workspace().current().id())).isEmpty();

            long test = tour.workspace().project().examples().ids(ExampleFilter.ALL)[5_437];
            Fx.run(() -> tour.desk().window().openExample(test));
            Fx.frames();
            keep(tour, "annotate");
            tour.go(Place.BROWSE);
            tour.bothThemes("tour-browse");
            tour.go(Place.MAP);
            long umap = System.nanoTime();
            tour.project(ProjectEmbeddings.Method.UMAP);
            System.out.printf("UMAP of 12,000 + 6,000 points after %.1f s%n", (System.nanoTime() - umap) / 1e9);
            tour.choosePoint();
            keep(tour, "map");
        }
    }

    private static void keep(Tour tour, String name) throws IOException {
        tour.bothThemes("tour-" + name);
        Files.createDirectories(PICTURES);
        Files.copy(Path.of("target/snapshots/tour-" + name + "-light.png"), PICTURES.resolve(name + ".png"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
