package org.askance.app;

import java.nio.file.Path;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The window over twelve pairs, opened before each test and closed, as it usually looks, after it.
abstract class SmallTour {

    @TempDir
    Path folder;

    PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
    }

    @AfterEach
    void stop() {
        tour.close();
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }
}
