package org.askance.storage;

import java.nio.file.Path;

import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.embedding.EmbeddingStore;
import org.askance.storage.embedding.ProjectionStore;
import org.askance.storage.run.CheckpointRepository;
import org.askance.storage.run.PredictionRepository;
import org.askance.storage.run.RunRepository;
import org.askance.storage.sql.StorageException;

/// An open project: one folder with `project.db`, `checkpoints/`, and `cache/`, which may be deleted while the project is
/// closed. Only one program has a project open at a time. Safe from any thread but the FX thread; unusable after `close`.
public final class Project implements AutoCloseable {

    private Project() {}

    /// Makes a project with the preset tasks in `folder`, which is created if need be, and opens it.
    ///
    /// @throws StorageException if the folder cannot be written or holds a project already
    public static Project create(Path folder, String name) {
        throw new UnsupportedOperationException();
    }

    /// Opens a project; one of an older version is copied aside and brought up to date first.
    ///
    /// @throws StorageException if this is no project, is from a newer version, is damaged, is open elsewhere, or
    ///     cannot be written; nothing in it is changed
    public static Project open(Path folder) {
        throw new UnsupportedOperationException();
    }

    /// Whether `folder` holds a project of any version, told by the file's name alone.
    public static boolean isProject(Path folder) {
        throw new UnsupportedOperationException();
    }

    public String name() {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public Path checkpointsFolder() {
        throw new UnsupportedOperationException();
    }

    public Path cacheFolder() {
        throw new UnsupportedOperationException();
    }

    public ExampleRepository examples() {
        throw new UnsupportedOperationException();
    }

    public TaskRepository tasks() {
        throw new UnsupportedOperationException();
    }

    public AnnotationRepository annotations() {
        throw new UnsupportedOperationException();
    }

    public RunRepository runs() {
        throw new UnsupportedOperationException();
    }

    public CheckpointRepository checkpoints() {
        throw new UnsupportedOperationException();
    }

    public PredictionRepository predictions() {
        throw new UnsupportedOperationException();
    }

    public EmbeddingStore embeddings() {
        throw new UnsupportedOperationException();
    }

    public ProjectionStore projections() {
        throw new UnsupportedOperationException();
    }

    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
