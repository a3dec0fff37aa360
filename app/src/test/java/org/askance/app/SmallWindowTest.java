package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Adjudicate over a dispute, and guidelines beside the pair, in windows that have little room: each stays in its place.
class SmallWindowTest {

    private static final String TEXT = """
            # Wann ist ein Paar sarkastisch?

            Lesen Sie den Text **und** sehen Sie das Bild an; siehe [das erste im Regen](askance:k5).
            Donaudampfschifffahrtsgesellschaftskapitänsmütze

            [Clearly sarcastic](askance:k0)
            """;

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    record Size(int width, int height, String language, Looks.TextSize text) {}

    static Stream<Size> sizes() {
        return Stream.of(new Size(1280, 732, "german", Looks.TextSize.LARGER),
                new Size(900, 600, "german", Looks.TextSize.LARGER),
                new Size(900, 600, "english", Looks.TextSize.LARGER),
                new Size(900, 600, "english", Looks.TextSize.USUAL));
    }

    private PeopleTour tour(Size size) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"),
                "language=" + size.language + "\nannotator=ada\n");
        var tour = new PeopleTour(folder, 12);
        Fx.run(Looks.of(Appearance.LIGHT).with(size.text)::apply);
        Fx.run(() -> {
            tour.scene().getWindow().setWidth(size.width);
            tour.scene().getWindow().setHeight(size.height);
        });
        Fx.until(() -> tour.scene().getWidth() == size.width);
        return tour;
    }

    private static void look(PeopleTour tour, Size size, String what) {
        var name = "small-" + what + "-" + size.width + "-" + size.language + "-" + size.text;
        Fx.run(Looks.of(Appearance.DARK).with(size.text)::apply);
        Fx.snapshot(tour.scene(), name + "-dark");
        Fx.run(Looks.of(Appearance.LIGHT).with(size.text)::apply);
        Fx.snapshot(tour.scene(), name + "-light");
        var wrong = new ArrayList<>(Overlaps.in(tour.scene()));
        wrong.addAll(CutWords.in(tour.scene()));
        assertThat(wrong).isEmpty();
    }

    private static void save(PeopleTour tour, String annotator, String sarcasm, String sentiment,
            Circumstances circumstances) {
        for (long id = 1; id <= 3; id++) {
            tour.project().annotations().save(new Answer(id, Map.of("sarcasm", sarcasm, "sentiment", sentiment),
                    annotator, circumstances));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aDisputeStaysInItsPlace(Size size) throws IOException {
        try (var tour = tour(size)) {
            tour.project().guidelines().save("Old");
            tour.project().guidelines().save(TEXT);
            save(tour, "Zoë of the second reading room", "sarcastic", "negative", Circumstances.NONE);
            save(tour, "root", "not sarcastic", "positive", Circumstances.NONE.under(1));
            tour.project().annotations().comment(2, "She means it 😂, I think. " + "Really. ".repeat(30), "root");
            Fx.run(() -> {
                tour.desk().context().answersChanged();
                tour.desk().window().show(Place.ADJUDICATE);
            });
            tour.idle();
            Fx.until(() -> tour.scene().lookup("#adjudicate-position") != null);
            look(tour, size, "dispute");
            Fx.run(() -> {
                if (tour.scene().lookup(".adjudicate .scroll-pane") instanceof ScrollPane side) {
                    side.setVvalue(1);
                }
            });
            look(tour, size, "dispute-end");
            Fx.run(() -> tour.desk().workbench().guidelines().toggle());
            tour.idle();
            look(tour, size, "dispute-guidelines");
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void guidelinesBesideThePairStayInTheirPlace(Size size) throws IOException {
        try (var tour = tour(size)) {
            Fx.run(() -> tour.desk().workbench().guidelines().toggle());
            tour.idle();
            Fx.until(() -> tour.scene().lookup("#guidelines .message") != null);
            look(tour, size, "guidelines-none");
            Fx.run(() -> tour.desk().workbench().guidelines().save(TEXT));
            Fx.until(() -> tour.desk().context().guideline().get() == 1);
            tour.idle();
            look(tour, size, "guidelines");
        }
    }
}
