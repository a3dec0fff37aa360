package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.ui.Place;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.assets.postcards.Postcards;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.assets.postcards.PostcardsWriter;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in a real window, as at a first start; its project and network are real.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WindowTest {

    @TempDir
    static Path home;

    private static Tour tour;
    private static Desk desk;

    @BeforeAll
    static void start() {
        tour = new Tour(home, 1280, 820);
        desk = tour.desk();
        Fx.run(() -> desk.projects().openLast());
        Fx.until(() -> desk.context().workspace().get() != null);
        // Enough of Postcards for every view; the rest would only take time.
        Fx.until(() -> desk.context().examples().get() > 0 || desk.jobs().isIdle());
        Fx.run(() -> List.copyOf(desk.jobs().visible()).forEach(job -> job.cancel()));
        Fx.until(() -> desk.jobs().isIdle());
        // A cut-off Postcards holds training pairs only: some move, to validate and test on.
        Objects.requireNonNull(desk.context().workspace().get()).project().examples().addAll(others());
        Fx.run(() -> desk.projects().score());
        Fx.until(() -> desk.jobs().isIdle());
    }

    private static List<NewExample> others() {
        var plan = PostcardsPlan.standard();
        var writer = new PostcardsWriter(home.resolve("Postcards"));
        return IntStream.range(plan.trainCount(), plan.trainCount() + 40).mapToObj(i -> {
            var card = Postcards.pair(plan, i);
            return new NewExample(card.key(), card.text(), writer.writeImage(card),
                    i % 2 == 0 ? Split.VALIDATION : Split.TEST,
                    card.given().sarcasm() == null
                            ? Map.of("sentiment", card.given().sentiment())
                            : Map.of("sentiment", card.given().sentiment(), "sarcasm", card.given().sarcasm()));
        }).toList();
    }

    @AfterAll
    static void close() {
        tour.close();
    }

    private static int answered() {
        return Objects.requireNonNull(desk.context().workspace().get()).project().annotations().answeredCount();
    }

    private static String text(String selector) {
        return Fx.call(() -> OneWindow.text(Objects.requireNonNull(tour.scene().lookup(selector), selector)));
    }

    /// The pair that is asked, as the window names it.
    private static String asked() {
        return text("#pair-about");
    }

    /// Whether so many pairs have an answer on disk, and the window, which takes no key before, says so.
    private static boolean isSavedAndShown(int count) {
        return answered() == count && text(".footer .about").startsWith(count + " ");
    }

    @Test
    @Order(1)
    void aFirstStartIsReadyToAnnotatePostcards() {
        Fx.run(() -> desk.window().show(Place.ANNOTATE));
        Fx.frames();
        tour.bothThemes("annotate");
        assertThat(Objects.requireNonNull(desk.context().workspace().get()).project().name()).isEqualTo("Postcards");
    }

    @Test
    @Order(2)
    void keysAnswerAndAreOnDiskAtOnce() {
        String first = asked();
        tour.press(KeyCode.DIGIT2, "2");
        // One of two tasks: on disk, and the pair is not answered yet.
        Fx.until(() -> answered() == 1 && text(".footer .about").startsWith("0 ")
                && desk.annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.chosen().containsKey("sarcasm"));
        tour.press(KeyCode.N, "n");
        Fx.until(() -> !asked().equals(first));
        String second = asked();
        tour.press(KeyCode.SPACE, " ");
        Fx.until(() -> isSavedAndShown(2) && !asked().equals(second));
        tour.press(KeyCode.BACK_SPACE, "");
        Fx.until(() -> isSavedAndShown(1) && asked().equals(second));
        tour.pressShifted(KeyCode.BACK_SPACE);
        Fx.until(() -> isSavedAndShown(2));
        tour.press(KeyCode.BACK_SPACE, "");
        Fx.until(() -> isSavedAndShown(1));
        tour.press(KeyCode.UNDEFINED, "?");
        tour.bothThemes("annotate-help");
        // Not Escape: a notice that is still up takes that one.
        tour.press(KeyCode.F2, "");
        assertThat(Objects.requireNonNull(tour.scene().lookup(".key-help")).isVisible()).isFalse();
    }

    @Test
    @Order(3)
    void browseShowsPairsWithPredictions() {
        Fx.run(() -> desk.window().show(Place.BROWSE));
        Fx.frames();
        Fx.frames();
        tour.bothThemes("browse");
        assertThat(Fx.call(() -> tour.scene().lookup("#status-errors").isVisible())).isFalse();
    }

    @Test
    @Order(4)
    void theMapLinksBothHalvesAndShowsNeighbours() {
        Fx.run(() -> desk.window().show(Place.MAP));
        Fx.until(() -> desk.jobs().isIdle() && tour.scene().lookup(".map-canvas") != null);
        tour.project(ProjectEmbeddings.Method.UMAP);
        tour.choosePoint();
        tour.bothThemes("map");
        assertThat(Fx.call(() -> tour.scene().lookup(".neighbour").getBoundsInParent().getHeight())).isLessThan(90);
    }

    @Test
    @Order(5)
    void fineTuningGivesANewCheckpointBesideTheOld() {
        var workspace = Objects.requireNonNull(desk.context().workspace().get());
        Fx.run(() -> desk.window().show(Place.TRAIN));
        Fx.frames();
        tour.bothThemes("train-before");
        tour.click("#train-start");
        Fx.untilForLong(() -> desk.jobs().isIdle() && workspace.project().checkpoints().list().size() == 2
                && workspace.project().checkpoints().list().stream().noneMatch(one -> one.metrics().isEmpty()));
        Fx.frames();
        tour.bothThemes("train-after");
        var checkpoints = workspace.project().checkpoints().list();
        assertThat(checkpoints.getLast().folder().resolve("model.safetensors")).exists();
        assertThat(checkpoints.getFirst().metrics().keySet()).isEqualTo(checkpoints.getLast().metrics().keySet());
        assertThat(workspace.project().runs().list()).singleElement()
                .satisfies(run -> assertThat(run.checkpoint()).isEqualTo(checkpoints.getLast().id()));
    }

    @Test
    @Order(9)
    void hostileTextsAndBrokenPicturesAreShownCalmly() {
        var workspace = Objects.requireNonNull(desk.context().workspace().get());
        var texts = List.of(
                "👩‍🚀 family 👨‍👩‍👧‍👦 flags 🇩🇪 🏳️‍🌈 keycap 1️⃣ heart ❤️ and #hash @mention https://t.co/abc",
                "مرحبا بالعالم، كم هو جميل هذا الطقس! #طقس", "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6),
                "日本語のツイート、とても長い文章です。".repeat(8), "one\ntwo\n\nthree");
        var examples = new ArrayList<NewExample>();
        for (int i = 0; i < texts.size(); i++) {
            examples.add(new NewExample("hostile-" + i, texts.get(i), null, home.resolve("missing.jpg"), Split.NONE,
                    Map.of("sentiment", "neutral"), null,
                    i == 0
                            ? home.resolve("huge.png")
                                    + " has 20000 × 20000 pixels, more than the 64 million that are read. Save it smaller."
                            : null));
        }
        workspace.project().examples().addAll(examples);
        long[] ids = workspace.project().examples().ids(ExampleFilter.ALL.withSplits(java.util.Set.of(Split.NONE)));
        for (int i = 0; i < texts.size(); i++) {
            long id = ids[i];
            Fx.run(() -> desk.window().openExample(id));
            Fx.frames();
            Fx.snapshot(tour.scene(), "annotate-hostile-" + i);
        }
        tour.bothThemes("annotate-broken");
    }
}
