package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every control has a name and a role for those who do not see it, and shows when it has the focus.
class AccessibilityTest {

    private static PeopleTour tour;

    @BeforeAll
    static void start(@TempDir Path folder) {
        tour = new PeopleTour(folder, 12);
        Fx.run(Appearance.LIGHT::apply);
    }

    @AfterEach
    void closeDialogs() {
        tour.closeDialogs();
    }

    @AfterAll
    static void end() {
        tour.close();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlace(Place place) {
        Fx.run(() -> tour.desk().window().show(place));
        tour.idle();
        check(tour.scene());
    }

    static Stream<OpenedDialog> dialogs() {
        return OpenedDialog.all();
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void everyDialog(OpenedDialog dialog) {
        for (var scene : dialog.open(tour)) {
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
