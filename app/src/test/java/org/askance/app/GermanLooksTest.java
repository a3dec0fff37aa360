package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.askance.app.text.Language;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.Progress;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.ExampleFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is rarely looked at in the longer language, in usual and in the largest letters, with something to show.
class GermanLooksTest {

    private static final int PAIRS = 120;

    @TempDir
    private Path folder;

    private Tour tour;
    private final List<String> cut = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "annotator=Ada\nlanguage=german\n");
        try (var project = Project.create(folder.resolve("p"), "Postkarten")) {
            new MakePostcards(project, new PostcardsPlan(PAIRS, 9), _ -> {}).run(Progress.NONE);
            // Or the window would go on drawing.
            project.settings().put("postcards.made", Integer.toString(PostcardsPlan.DEFAULT_COUNT));
            long[] ids = project.examples().ids(ExampleFilter.ALL);
            for (int i = 0; i < 12; i++) {
                answer(project, ids[i], "Ada", i % 2 == 0);
                answer(project, ids[i], "Cy", i % 3 == 0);
            }
        }
        tour = new Tour(folder.resolve("home"), 1280, 820);
        Fx.run(() -> tour.desk().open(folder.resolve("p")));
        tour.idle();
    }

    @AfterEach
    void stop() {
        tour.close();
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
        Language.ENGLISH.speak();
    }

    @Test
    void trainingMapAgreementEncodersAndDeviceAreWhole() {
        tour.go(Place.TRAIN);
        everySize("train-before", tour.scene());
        Fx.run(() -> ((ButtonBase) Objects.requireNonNull(tour.scene().lookup("#train-preset-QUICK"))).fire());
        Fx.run(() -> ((TextField) Objects.requireNonNull(tour.scene().lookup("#train-EPOCHS"))).setText("2"));
        tour.click("#train-start");
        Fx.untilForLong(() -> tour.scene().lookup(".verdict") != null && tour.desk().jobs().isIdle());
        Fx.frames();
        for (double at : new double[]{0, 0.5, 1}) {
            Fx.run(() -> tour.scene().getRoot().lookupAll(".train > .scroll-pane")
                    .forEach(pane -> ((ScrollPane) pane).setVvalue(at)));
            everySize("train-" + at, tour.scene());
        }
        tour.go(Place.MAP);
        Fx.until(() -> tour.scene().lookup(".map-canvas") != null);
        tour.project(ProjectEmbeddings.Method.PCA);
        tour.choosePoint();
        everySize("map", tour.scene());
        dialog("agreement", () -> item("people-agreement").fire());
        dialog("encoders", () -> tour.desk().projects().getEncoders());
        dialog("device", () -> tour.desk().projects().device());
        assertThat(cut).isEmpty();
    }

    private static void answer(Project project, long id, String annotator, boolean sarcastic) {
        project.annotations().save(new Answer(id, Map.of("sarcasm", sarcastic ? "sarcastic" : "not sarcastic",
                "sentiment", "negative"), annotator, null, Duration.ofSeconds(2)));
    }

    private MenuItem item(String id) {
        return ((javafx.scene.control.MenuButton) Objects.requireNonNull(tour.scene().lookup("#menu-people")))
                .getItems().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
    }

    private void dialog(String name, Runnable opening) {
        for (var size : List.of(Looks.TextSize.USUAL, Looks.TextSize.LARGER)) {
            Fx.run(new Looks(Appearance.LIGHT, false, size, true)::apply);
            Fx.run(opening);
            tour.idle();
            Fx.until(() -> Window.getWindows().stream().anyMatch(GermanLooksTest::isDialog));
            Fx.frames();
            var scene = Fx.call(() -> Window.getWindows().stream().filter(GermanLooksTest::isDialog).findFirst()
                    .orElseThrow().getScene());
            look(name, scene, size);
            Fx.run(() -> scene.getWindow().hide());
        }
    }

    private static boolean isDialog(Window window) {
        return window.isShowing() && window.getScene().getRoot() instanceof DialogPane;
    }

    private void everySize(String name, Scene scene) {
        for (var size : List.of(Looks.TextSize.USUAL, Looks.TextSize.LARGER)) {
            Fx.run(new Looks(Appearance.LIGHT, false, size, true)::apply);
            Fx.frames();
            look(name, scene, size);
        }
    }

    private void look(String name, Scene scene, Looks.TextSize size) {
        Fx.snapshot(scene, "german-%s-%d".formatted(name, size.percent()));
        CutWords.in(scene).forEach(words -> cut.add(name + " " + size.percent() + ": " + words));
    }
}
