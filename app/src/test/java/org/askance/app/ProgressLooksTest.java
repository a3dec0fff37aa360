package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One's own page in the smallest window, with the longest words and the largest letters.
class ProgressLooksTest {

    private static final Instant NOW = Instant.parse("2031-11-25T12:00:00Z");
    private static final String LONG = "يا له من يوم جميل 🙃🙃 مرة أخرى انتظر الحافلة في المطر ساعة ونصف الساعة "
            .repeat(6);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    private PeopleTour tour(String language) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + language
                + "\nannotator=ada\nprogress.break.ada=50\n");
        var tour = new PeopleTour(folder, 12, new MovedClock(NOW, ZoneId.of("Europe/Berlin")));
        tour.project().examples().addAll(List.of(
                new NewExample("rtl", LONG, null, Split.TRAIN, Map.of()),
                new NewExample("emoji", "🙄👏\n\n😂☀️👩‍👩‍👧‍👦 ".repeat(30), null, Split.TRAIN, Map.of())));
        var acts = new ArrayList<OutsideAct>();
        for (int i = 0; i < 42; i++) {
            acts.add(new OutsideAct(1 + i % 14, "ada", new Act.Label(Map.of("sarcasm", "sarcastic", "sentiment",
                    i % 2 == 0 ? "positive" : "negative")), NOW.minusSeconds(700 - 11L * i),
                    Circumstances.seen(null, Duration.ofMillis(5_000 + i * 197L)).in("dataset"), false));
        }
        tour.project().annotations().addOutside(acts);
        tour.project().annotations().flag(13, "spam", "grace");
        tour.project().annotations().comment(14, "mine", "ada");
        Fx.run(() -> tour.desk().context().answersChanged());
        tour.idle();
        return tour;
    }

    private static Scene page(PeopleTour tour) {
        PeopleTour.press(tour.scene(), KeyCode.T, "t", true);
        return tour.dialog("#progress-tabs");
    }

    private static void choose(Scene page, int tab) {
        Fx.run(() -> ((TabPane) PeopleTour.in(page, "#progress-tabs")).getSelectionModel().select(tab));
        Fx.frames();
    }

    @Test
    void figuresThatNeedMoreThanTheWindowAreScrolledAndNotCut() throws IOException {
        try (var tour = tour("en")) {
            ScrollPane figures = PeopleTour.in(page(tour), "#progress-figures");
            Fx.until(() -> figures.lookup("#progress-promise") != null);
            Fx.frames();
            Fx.run(() -> {
                var content = (Region) figures.getContent();
                assertThat(content.getHeight()).isGreaterThanOrEqualTo(content.prefHeight(content.getWidth()) - 1);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"german, USUAL", "german, LARGER", "english, LARGER"})
    void everyTab(String language, Looks.TextSize size) throws IOException {
        try (var tour = tour(language)) {
            Fx.run(new Looks(Appearance.LIGHT, false, size, true)::apply);
            Fx.run(() -> {
                Window window = tour.scene().getWindow();
                window.setWidth(900);
                window.setHeight(600);
            });
            String name = "progress-" + language + "-" + size.percent();
            Fx.snapshot(tour.scene(), name + "-strip");
            var page = page(tour);
            Fx.until(() -> page.lookup("#progress-days") != null);
            Fx.snapshot(page, name + "-figures");
            choose(page, 1);
            Fx.until(() -> !((ListView<?>) PeopleTour.in(page, "#history-list")).getItems().isEmpty());
            Fx.snapshot(page, name + "-history");
            choose(page, 2);
            Fx.snapshot(page, name + "-goal");
        }
    }

    @Test
    void aProjectThatCannotBeReadIsSaidAndTriedAgain() throws IOException {
        try (var tour = tour("english")) {
            var page = page(tour);
            Fx.until(() -> page.lookup("#progress-days") != null);
            Objects.requireNonNull(tour.project()).close();
            Fx.run(() -> tour.desk().context().answersChanged());
            Fx.until(() -> page.lookup("#progress-days") == null);
            assertThat(Fx.call(() -> page.lookup(".message"))).isNotNull();
            Fx.bothThemes(page, "progress-error");
            choose(page, 1);
            // What was read stays; nothing else can be.
            Fx.bothThemes(page, "progress-history-error");
        }
    }
}
