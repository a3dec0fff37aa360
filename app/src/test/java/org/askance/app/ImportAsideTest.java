package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.DialogPane;
import org.askance.app.ui.Place;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that goes on in the background, while the rest of the program is used.
class ImportAsideTest {

    private static final int ROWS = 60_000;

    @TempDir
    private Path folder;

    private OneWindow window;

    @BeforeEach
    void start() throws IOException {
        Project.create(folder.resolve("p"), "Rainy days").close();
        Project.create(folder.resolve("q"), "Another").close();
        window = new OneWindow(folder.resolve("home"));
        window.open(folder.resolve("p"));
        var rows = new StringBuilder("id,text\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append(",So lovely ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("pairs.csv"), rows);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private DialogPane begun() {
        Fx.run(() -> window.desk().projects().incoming().importPairs(folder.resolve("pairs.csv")));
        DialogPane dialog = window.dialog("importing");
        Fx.until(() -> dialog.lookup("#import-preview") != null);
        OneWindow.press(dialog, "#import-start");
        return dialog;
    }

    private void importAside() {
        var dialog = begun();
        Fx.until(() -> Objects.requireNonNull(dialog.lookup("#import-aside")).isVisible());
        OneWindow.press(dialog, "#import-aside");
        Fx.until(() -> !window.shows("importing"));
    }

    private long count() {
        return window.workspace().project().examples().ids(ExampleFilter.ALL).length;
    }

    @Test
    void itsReportComesWhenItIsThroughAndTheWindowIsFreeMeanwhile() {
        importAside();
        Fx.run(() -> window.desk().window().show(Place.BROWSE));
        assertThat(Fx.call(() -> window.desk().jobs().visible().size())).isEqualTo(1);
        Fx.until(() -> window.shows("importing"));
        assertThat(OneWindow.text(Objects.requireNonNull(window.dialog("importing").lookup("#import-report"))))
                .startsWith("60,000 pairs are new");
        assertThat(count()).isEqualTo(ROWS);
    }

    @Test
    void anotherProjectStopsItWithoutAnErrorAndItGoesOnLater() {
        importAside();
        window.open(folder.resolve("q"));
        Fx.until(() -> window.workspace().project().name().equals("Another")
                && window.desk().jobs().isIdle());
        Fx.frames();
        assertThat(window.shows("importing")).isFalse();
        assertThat(Fx.call(() -> window.scene().lookup("#status-errors").isVisible())).isFalse();
        window.open(folder.resolve("p"));
        Fx.until(() -> window.workspace().project().name().equals("Rainy days"));
        assertThat(count()).isLessThan(ROWS);
        var again = begun();
        // Where rows were stored, it is told first what would change.
        Fx.until(() -> again.lookup("#import-report") != null || again.lookup("#import-comparison") != null);
        if (again.lookup("#import-report") == null) {
            OneWindow.press(again, "#import-start");
        }
        Fx.until(() -> again.lookup("#import-report") != null);
        assertThat(count()).isEqualTo(ROWS);
    }
}
