package org.askance.storage.annotation;

import java.nio.file.Path;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A small project whose tasks are edited, open during each test.
abstract class OfTasks {

    @TempDir
    Path folder;

    Project project;
    TaskRepository tasks;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder);
        tasks = project.tasks();
    }

    @AfterEach
    void close() {
        project.close();
    }
}
