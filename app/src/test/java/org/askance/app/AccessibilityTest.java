package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every control has a name and a role for those who do not see it, and shows when it has the focus.
class AccessibilityTest {

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
        Fx.run(Appearance.LIGHT::apply);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlace(Place place) {
        Fx.run(() -> tour.desk().window().show(place));
        tour.idle();
        check(tour.scene());
    }

    record Dialog(String name, Consumer<PeopleTour> opening) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Dialog menu(String name, Consumer<Projects> action) {
        return new Dialog(name, tour -> Fx.run(() -> action.accept(tour.desk().projects())));
    }

    private static Dialog key(String name, KeyCode code, boolean shift, boolean shortcut) {
        return new Dialog(name, tour -> PeopleTour.press(tour.scene(), code, "", shift, shortcut));
    }

    static Stream<Dialog> dialogs() {
        return Stream.of(menu("export", Projects::exportPairs), new Dialog("import", AccessibilityTest::dropTable),
                menu("duplicates", Projects::duplicates), menu("relink", Projects::relink),
                menu("copy", Projects::copyProject), menu("move", Projects::moveProject),
                menu("backups", Projects::backups), menu("encoders", Projects::getEncoders),
                menu("device", Projects::device), menu("errors", Projects::errors), menu("about", Projects::about),
                key("keys", KeyCode.K, false, false), key("queues", KeyCode.L, false, true),
                key("labels", KeyCode.L, false, false), key("progress", KeyCode.T, false, true),
                new Dialog("manual", tour -> PeopleTour.press(tour.scene(), KeyCode.F1)),
                key("guidelines", KeyCode.G, false, true),
                key("gold", KeyCode.G, true, true));
    }

    private static void dropTable(PeopleTour tour) {
        try {
            var file = Files.writeString(Files.createTempFile("pairs", ".csv"),
                    "id,text,image,label,split\nA,So lovely,a.png,sarcastic,train\nB,Late again,,,\n");
            Fx.run(() -> tour.desk().projects().dropped(List.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void everyDialog(Dialog dialog) {
        dialog.opening.accept(tour);
        tour.idle();
        var scenes = Fx.call(() -> Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene)
                .filter(scene -> scene.getRoot() instanceof DialogPane).toList());
        for (var scene : scenes.isEmpty() ? List.of(tour.scene()) : scenes) {
            Fx.snapshot(scene, "dialog-" + dialog);
            check(scene);
        }
    }

    private static void check(Scene scene) {
        var bad = new ArrayList<>(Accessibility.nameless(scene));
        bad.addAll(Accessibility.badFocus(scene));
        assertThat(bad).isEmpty();
    }
}
