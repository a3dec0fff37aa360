package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every dialog and place over a project of hostile texts: in the largest letters and the longer language, in both
/// themes. No word is cut that nothing else tells, and in no place lies
/// anything over anything.
class DialogLooksTest {

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
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + language + "\nannotator=ada\n");
        var tour = new PeopleTour(folder, 12);
        backedUpAtTheLongestTime();
        tour.project().examples().addAll(List.of(
                new NewExample("rtl", LONG, null, Split.TRAIN, Map.of()),
                new NewExample("rtl-2", LONG, null, Split.TEST, Map.of()),
                new NewExample("Donaudampfschifffahrtsgesellschaftskapitänsmütze-".repeat(4),
                        "🙄👏\n\n😂☀️👩‍👩‍👧‍👦 ".repeat(30),
                        folder.resolve("an-image-that-was-moved-elsewhere-" + "x".repeat(80) + ".jpg"), Split.NONE,
                        Map.of())));
        Fx.run(() -> tour.desk().context().answersChanged());
        tour.idle();
        return tour;
    }

    /// Or a column would be wide enough before ten o'clock only.
    private void backedUpAtTheLongestTime() throws IOException {
        var at = LocalDateTime.of(2026, 8, 28, 22, 48).atZone(ZoneId.systemDefault())
                .withZoneSameInstant(ZoneOffset.UTC);
        var backups = Files.createDirectories(folder.resolve("p/backups"));
        Files.writeString(backups.resolve("0000-%s-replaced.db".formatted(
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).format(at))), "not a database");
    }

    record Way(String language, Looks looks) {}

    static Stream<Way> ways() {
        return Stream.of(new Way("german", new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)),
                new Way("english", new Looks(Appearance.DARK, false, Looks.TextSize.USUAL, true)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyDialog(Way way) throws IOException {
        try (var tour = tour(way.language)) {
            Fx.run(way.looks::apply);
            var cut = new ArrayList<String>();
            for (var dialog : OpenedDialog.all().toList()) {
                for (var scene : dialog.open(tour)) {
                    Fx.snapshot(scene, "hostile-" + dialog + "-" + way.language + "-" + way.looks.appearance().key());
                    CutWords.in(scene).forEach(words -> cut.add(dialog + ": " + words));
                }
                tour.closeDialogs();
            }
            assertThat(cut).isEmpty();
        }
    }

    record Size(int width, int height, String language, Looks.TextSize text) {}

    static Stream<Size> sizes() {
        return Stream.of(new Size(900, 600, "german", Looks.TextSize.LARGER),
                new Size(900, 600, "english", Looks.TextSize.USUAL),
                new Size(3840, 2160, "english", Looks.TextSize.USUAL),
                new Size(3840, 2160, "german", Looks.TextSize.LARGER));
    }

    /// Over pairs of the longest texts.
    private static void disagree(PeopleTour tour) {
        for (long id = 13; id <= 15; id++) {
            for (var voice : Map.of("Wolfeschlegelsteinhausenbergerdorff 🌧️", "sarcastic", "root", "not sarcastic")
                    .entrySet()) {
                tour.project().annotations().save(new Answer(id, Map.of("sarcasm", voice.getValue()), voice.getKey(),
                        Circumstances.NONE));
            }
        }
        Fx.run(() -> tour.desk().context().answersChanged());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyPlace(Size size) throws IOException {
        try (var tour = tour(size.language)) {
            disagree(tour);
            Fx.run(new Looks(Appearance.LIGHT, false, size.text, true)::apply);
            Fx.run(() -> {
                tour.scene().getWindow().setWidth(size.width);
                tour.scene().getWindow().setHeight(size.height);
            });
            var cut = new ArrayList<String>();
            for (var place : Place.values()) {
                Fx.run(() -> tour.desk().window().show(place));
                tour.idle();
                Fx.snapshot(tour.scene(), "size-" + size.width + "-" + size.language + "-"
                        + place.name().toLowerCase(Locale.ROOT));
                cut.addAll(CutWords.in(tour.scene()));
                cut.addAll(Overlaps.in(tour.scene()));
            }
            assertThat(cut).isEmpty();
        }
    }
}
