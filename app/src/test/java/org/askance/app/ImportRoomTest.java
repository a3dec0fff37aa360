package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A table of many columns and many troubles is imported in a small dialog: nothing lies over anything, and what one
/// chooses stays where it is.
class ImportRoomTest {

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    private ImportTour tour(String language) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + language + "\nannotator=ada\n");
        return new ImportTour(folder);
    }

    private DialogPane table(ImportTour tour) throws IOException {
        var lines = new ArrayList<>(List.of("Tweet ID,Tweet,Photo,fold,Sarcasm,mood"));
        for (int i = 0; i < 24; i++) {
            lines.add("id%d,She said that number %d is great,%d.png,train,%s,%s".formatted(i, i, i % 3,
                    i % 2 == 0 ? "maybe" : "sarcastic", i % 3 == 0 ? "so so" : "positive"));
        }
        for (int i = 0; i < 3; i++) {
            tour.picture(i + ".png", 0x3366AA * (i + 1) & 0xFFFFFF);
        }
        return tour.look(tour.file("messy.csv", lines.toArray(String[]::new)));
    }

    record Size(int width, int height, String language, Looks.TextSize text) {}

    static Stream<Size> sizes() {
        return Stream.of(new Size(1000, 768, "german", Looks.TextSize.LARGER),
                new Size(1000, 768, "english", Looks.TextSize.LARGER),
                new Size(900, 600, "german", Looks.TextSize.LARGER),
                new Size(900, 600, "english", Looks.TextSize.USUAL));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void nothingLiesOverAnythingAndWhatHasNoRoomScrolls(Size size) throws IOException {
        try (var tour = tour(size.language)) {
            var dialog = table(tour);
            // Before the letters grow: the headless window system shrinks no window that is larger than its screen.
            resize(dialog.getScene().getWindow(), size);
            Fx.run(Looks.of(Appearance.LIGHT).with(size.text)::apply);
            var name = "import-room-" + size.width + "-" + size.language + "-" + size.text;
            Fx.snapshot(dialog.getScene(), name);
            assertThat(Overlaps.in(dialog.getScene())).isEmpty();
            assertThat(CutWords.in(dialog.getScene())).isEmpty();
            var scroll = ImportTour.find(dialog, "#import-scroll", ScrollPane.class);
            Fx.run(() -> scroll.setVvalue(1));
            Fx.run(Looks.of(Appearance.DARK).with(size.text)::apply);
            Fx.snapshot(dialog.getScene(), name + "-end");
            assertThat(Overlaps.in(dialog.getScene())).isEmpty();
            var troubles = place(dialog, "#import-troubles");
            assertThat(troubles.getMaxY()).isLessThanOrEqualTo(place(dialog, "#import-scroll").getMaxY() + 1);
            assertThat(troubles.getMaxY()).isLessThanOrEqualTo(place(dialog, "#import-start").getMinY());
        }
    }

    private static void resize(Window window, Size size) {
        Fx.run(() -> {
            window.setWidth(size.width);
            window.setHeight(size.height);
        });
        Fx.until(() -> window.getScene().getWidth() == size.width && window.getScene().getHeight() == size.height);
        Fx.frames();
    }

    private static Bounds place(DialogPane dialog, String selector) {
        var node = ImportTour.find(dialog, selector, Node.class);
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void fieldsStayWhereTheyAreWhileColumnsAreChosen() throws IOException {
        try (var tour = tour("english")) {
            var dialog = table(tour);
            Fx.bothThemes(dialog.getScene(), "import-fields");
            var fields = List.of("#map-text", "#map-image", "#map-id", "#map-split", "#map-knowledge",
                    "#map-task-sarcasm", "#map-task-sentiment");
            var before = fields.stream().map(field -> place(dialog, field)).toList();
            ImportTour.choose(dialog, "#map-id", "Tweet ID");
            ImportTour.choose(dialog, "#map-image", "Photo");
            ImportTour.choose(dialog, "#map-task-sentiment", "mood");
            for (var field : fields) {
                Fx.run(() -> ImportTour.find(dialog, field, javafx.scene.control.ComboBox.class).show());
                Fx.frames();
                Fx.run(() -> ImportTour.find(dialog, field, javafx.scene.control.ComboBox.class).hide());
            }
            tour.window().idle();
            Fx.bothThemes(dialog.getScene(), "import-fields-chosen");
            assertThat(fields.stream().map(field -> place(dialog, field)).toList()).isEqualTo(before);
        }
    }
}
