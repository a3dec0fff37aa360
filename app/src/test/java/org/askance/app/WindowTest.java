package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Place;
import org.askance.app.work.Home;
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

    private static Stage stage;
    private static Desk desk;

    @BeforeAll
    static void start() {
        Fx.start();
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(home), stage));
        Fx.run(() -> {
            desk.start();
            stage.setX(0);
            stage.setY(0);
        });
        Fx.until(() -> desk.context().workspace().get() != null);
        // Enough of Postcards for every view; the rest would only take time.
        Fx.until(() -> desk.context().examples().get() > 0 || desk.jobs().visible().isEmpty());
        Fx.run(() -> List.copyOf(desk.jobs().visible()).forEach(job -> job.cancel()));
        Fx.until(() -> desk.jobs().visible().isEmpty());
        // A cut-off Postcards holds training pairs only: some move, to validate and test on.
        Objects.requireNonNull(desk.context().workspace().get()).project().examples().addAll(others());
        Fx.run(() -> desk.projects().score());
        Fx.until(() -> desk.jobs().visible().isEmpty());
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
                            : Map.of("sentiment", card.given().sentiment(), "sarcasm", card.given().sarcasm()),
                    null, null);
        }).toList();
    }

    @AfterAll
    static void close() {
        Fx.run(() -> {
            desk.close();
            stage.close();
        });
    }

    private static void press(KeyCode code, String text) {
        Fx.run(() -> {
            var focused = Objects.requireNonNull(stage.getScene().getFocusOwner());
            KeyEvent.fireEvent(focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
        });
        Fx.frames();
    }

    private static int answered() {
        return Objects.requireNonNull(desk.context().workspace().get()).project().annotations().answeredCount();
    }

    private static void bothThemes(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.snapshot(stage.getScene(), name + "-" + appearance.key());
        }
    }

    @Test
    @Order(1)
    void aFirstStartIsReadyToAnnotatePostcards() {
        Fx.run(() -> desk.window().show(Place.ANNOTATE));
        Fx.frames();
        bothThemes("annotate");
        assertThat(Objects.requireNonNull(desk.context().workspace().get()).project().name()).isEqualTo("Postcards");
    }

    @Test
    @Order(2)
    void keysAnswerAndAreOnDiskAtOnce() {
        press(KeyCode.DIGIT2, "2");
        Fx.until(() -> answered() == 1);
        press(KeyCode.N, "n");
        Fx.frames();
        press(KeyCode.SPACE, " ");
        Fx.until(() -> answered() == 2);
        press(KeyCode.BACK_SPACE, "");
        Fx.until(() -> answered() == 1);
        press(KeyCode.UNDEFINED, "?");
        bothThemes("annotate-help");
        // Not Escape: a notice that is still up takes that one.
        press(KeyCode.F1, "");
        assertThat(Objects.requireNonNull(stage.getScene().lookup(".key-help")).isVisible()).isFalse();
    }

    @Test
    @Order(3)
    void browseShowsPairsWithPredictions() {
        Fx.run(() -> desk.window().show(Place.BROWSE));
        Fx.frames();
        Fx.frames();
        bothThemes("browse");
    }

    @Test
    @Order(4)
    void theMapLinksBothHalvesAndShowsNeighbours() {
        Fx.run(() -> desk.window().show(Place.MAP));
        Fx.until(() -> desk.jobs().visible().isEmpty() && stage.getScene().lookup(".map-canvas") != null);
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            var method = (ComboBox<ProjectEmbeddings.Method>) stage.getScene().lookup("#map-method");
            method.setValue(ProjectEmbeddings.Method.UMAP);
        });
        Fx.until(() -> desk.jobs().visible().isEmpty());
        Fx.frames();
        Fx.run(() -> {
            var canvas = Objects.requireNonNull(stage.getScene().lookup(".map-canvas"));
            // Somewhere around the middle there is a point.
            for (double x = 300; x < 600 && stage.getScene().lookup(".neighbour") == null; x += 7) {
                for (double y = 150; y < 400; y += 7) {
                    canvas.fireEvent(click(x, y));
                }
            }
        });
        Fx.until(() -> stage.getScene().lookup(".neighbour") != null);
        bothThemes("map");
    }

    private static MouseEvent click(double x, double y) {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, false, true, true, null);
    }

    @Test
    @Order(5)
    void fineTuningGivesANewCheckpointBesideTheOld() {
        var workspace = Objects.requireNonNull(desk.context().workspace().get());
        Fx.run(() -> desk.window().show(Place.TRAIN));
        Fx.frames();
        bothThemes("train-before");
        Fx.run(() -> {
            var start = (Button) stage.getScene().lookup("#train-start");
            start.fire();
        });
        Fx.until(() -> desk.jobs().visible().isEmpty() && workspace.project().checkpoints().list().size() == 2
                && workspace.project().checkpoints().list().stream().noneMatch(one -> one.metrics().isEmpty()));
        Fx.frames();
        bothThemes("train-after");
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
            examples.add(new NewExample("hostile-" + i, texts.get(i), home.resolve("missing.jpg"), Split.NONE,
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
            Fx.snapshot(stage.getScene(), "annotate-hostile-" + i);
        }
        bothThemes("annotate-broken");
    }
}
