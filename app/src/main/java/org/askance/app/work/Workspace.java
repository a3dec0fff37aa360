package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.askance.assets.BundledCheckpoints;
import org.askance.model.inference.Scorer;
import org.askance.storage.Project;
import org.askance.storage.files.Journal;
import org.askance.storage.run.Checkpoint;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// An open project with the network that predicts for it. Safe from any thread; closing it closes the
/// project, not the engine.
public final class Workspace implements AutoCloseable {

    private final Project project;
    private final Engine engine;
    private final Home home;
    private final Told driveWarning;
    private @Nullable Scorer scorer;
    private long scorerCheckpoint;

    private Workspace(Project project, Engine engine, Home home) {
        this.project = project;
        this.engine = engine;
        this.home = home;
        this.driveWarning = project.driveWarning();
    }

    /// Takes over `project`; one without a checkpoint gets the bundled one.
    ///
    /// @throws IOException if the bundled checkpoint cannot be unpacked
    public static Workspace of(Project project, Engine engine, Home home) throws IOException {
        if (project.checkpoints().list().isEmpty()) {
            if (project.isReadOnly()) {
                var why = project.whyReadOnly();
                project.close();
                throw new StorageException(OfProject.NO_CHECKPOINT.with(why));
            }
            var bundled = BundledCheckpoints.unpack(home.checkpoints());
            project.checkpoints().add("Postcards", bundled.clfa(), null);
        }
        if (!project.isReadOnly()) {
            project.runs().endCutOff();
        }
        return new Workspace(project, engine, home);
    }

    /// Opens the project of `folder`.
    ///
    /// @throws org.askance.storage.sql.StorageException if there is none or it cannot be used
    /// @throws IOException if the bundled checkpoint cannot be unpacked
    public static Workspace open(Path folder, Engine engine, Home home) throws IOException {
        return of(Project.open(folder), engine, home);
    }

    /// As [#open], but makes a project, called as its folder, where there is none.
    public static Workspace openOrCreate(Path folder, Engine engine, Home home) throws IOException {
        return Project.exists(folder)
                ? open(folder, engine, home)
                : of(Project.create(folder, String.valueOf(folder.toAbsolutePath().normalize().getFileName())),
                        engine, home);
    }

    /// What to know about the project's drive, as a sentence; empty if nothing.
    public Told driveWarning() {
        return driveWarning;
    }

    public Project project() {
        return project;
    }

    public Engine engine() {
        return engine;
    }

    /// Where the next start finds what was cut off.
    public Journal journal() {
        return home.journal();
    }

    /// The teacher to align with when fine-tuning.
    public Path teacher() throws IOException {
        return BundledCheckpoints.unpack(home.checkpoints()).teacher();
    }

    /// The encoders on this computer that a new network can be trained from.
    public List<Encoders.Encoder> encoders() {
        return Encoders.complete(home);
    }

    /// The checkpoint whose predictions are shown.
    public Checkpoint current() {
        var current = project.checkpoints().current();
        if (current == null) {
            throw new IllegalStateException("a workspace always has a checkpoint");
        }
        return current;
    }

    /// The current checkpoint, loaded; waits for the engine. It stays this workspace's.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException if the checkpoint cannot be used
    public synchronized Scorer scorer() {
        var current = current();
        if (scorer == null || scorerCheckpoint != current.id()) {
            closeScorer();
            scorer = Scorer.open(engine.compute(), current.folder());
            scorerCheckpoint = current.id();
        }
        return scorer;
    }

    /// From now on `checkpoint` predicts. One that cannot be used is refused and the old one stays.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException naming what is wrong with it
    public synchronized void makeCurrent(Checkpoint checkpoint) {
        var opened = Scorer.open(engine.compute(), checkpoint.folder());
        project.checkpoints().makeCurrent(checkpoint.id());
        closeScorer();
        scorer = opened;
        scorerCheckpoint = checkpoint.id();
    }

    private void closeScorer() {
        if (scorer != null) {
            scorer.close();
            scorer = null;
        }
    }

    @Override
    public synchronized void close() {
        closeScorer();
        project.close();
    }
}
