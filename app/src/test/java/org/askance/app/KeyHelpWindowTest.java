package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.askance.app.text.Language;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All keys at a glance: on a small laptop's screen none is left out.
class KeyHelpWindowTest {

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
        Language.ENGLISH.speak();
    }

    record Way(String language, Looks.TextSize text, int width, int height) {}

    static Stream<Way> ways() {
        return Stream.of("english", "german").flatMap(language -> Stream.of(Looks.TextSize.USUAL, Looks.TextSize.LARGER)
                .map(text -> new Way(language, text, 1366, 768)));
    }

    private PeopleTour tour(Way way) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + way.language + "\n");
        var tour = new PeopleTour(folder, 3);
        Fx.run(new Looks(Appearance.LIGHT, false, way.text, true)::apply);
        Fx.run(() -> {
            tour.scene().getWindow().setWidth(way.width);
            tour.scene().getWindow().setHeight(way.height);
        });
        Fx.frames();
        PeopleTour.press(tour.scene(), KeyCode.UNDEFINED, "?", false);
        Fx.frames();
        return tour;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyKeyIsSeen(Way way) throws IOException {
        try (var tour = tour(way)) {
            for (var appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                Fx.run(new Looks(appearance, false, way.text, true)::apply);
                Fx.snapshot(tour.scene(), "keys-%s-%d-%s".formatted(way.language, way.text.percent(),
                        appearance.key()));
            }
            ScrollPane scroll = PeopleTour.in(tour.scene(), ".key-help-scroll");
            assertThat(Fx.call(() -> scroll.getContent().getLayoutBounds().getHeight()))
                    .isLessThanOrEqualTo(Fx.call(() -> scroll.getViewportBounds().getHeight()) + 0.5);
            assertThat(CutWords.in(tour.scene())).isEmpty();
        }
    }

    @Test
    void whereTheyDoNotFitTheyAreScrolledByKeysAndAnyOtherClosesThem() throws IOException {
        try (var tour = tour(new Way("german", Looks.TextSize.LARGER, 900, 600))) {
            ScrollPane scroll = PeopleTour.in(tour.scene(), ".key-help-scroll");
            Fx.snapshot(tour.scene(), "keys-german-150-small");
            assertThat(Fx.call(scroll::getVvalue)).isZero();
            PeopleTour.press(tour.scene(), KeyCode.DOWN);
            double once = Fx.call(scroll::getVvalue);
            assertThat(once).isBetween(0.001, 0.999);
            for (int i = 0; i < 9; i++) {
                PeopleTour.press(tour.scene(), KeyCode.PAGE_DOWN);
            }
            assertThat(Fx.call(scroll::getVvalue)).isEqualTo(1);
            assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), ".key-help").isVisible())).isTrue();
            PeopleTour.press(tour.scene(), KeyCode.ESCAPE);
            assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), ".key-help").isVisible())).isFalse();
        }
    }
}
