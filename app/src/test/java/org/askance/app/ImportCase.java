package org.askance.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The window over an empty project, opened before each test to import into, and closed after it.
abstract class ImportCase {

    @TempDir
    Path folder;

    ImportTour tour;

    @BeforeEach
    void start() {
        tour = new ImportTour(folder);
    }

    @AfterEach
    void stop() {
        tour.close();
    }
}
