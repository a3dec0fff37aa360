package org.askance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.askance.app.backups.BackupsDialog;
import org.askance.app.moving.MoveDialog;
import org.askance.app.moving.UnfinishedDialog;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.Notices;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.RestoreArchive;
import org.askance.app.work.Workspace;
import org.askance.storage.Project;
import org.askance.storage.Unfinished;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// What is done with a project's folder as a whole: backed up, restored, moved, copied, made of an archive. FX thread.
final class ProjectFolders {

    private final Stage stage;
    private final Strings strings;
    private final FxJobs jobs;
    private final ProjectContext context;
    private final Notices notices;
    private final Preferences preferences;
    private final Journal journal;
    private final Consumer<Path> open;

    /// @param journal of what has begun
    /// @param open    opens the project of a folder
    ProjectFolders(Stage stage, Strings strings, FxJobs jobs, ProjectContext context, Notices notices,
            Preferences preferences, Journal journal, Consumer<Path> open) {
        this.stage = stage;
        this.strings = strings;
        this.jobs = jobs;
        this.context = context;
        this.notices = notices;
        this.preferences = preferences;
        this.journal = journal;
        this.open = open;
    }

    void backups() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            offerBackups(workspace.project().folder(), "");
            return;
        }
        var damage = context.damage().get();
        if (damage != null) {
            offerBackups(damage.folder(), damage.sentence());
        }
    }

    /// @param damage what is wrong with the project, as a sentence; empty if nothing is
    void offerBackups(Path folder, String damage) {
        jobs.quietly(_ -> Project.backups(folder).contents(), contents -> offer(folder, damage, contents), () -> {});
    }

    void offer(Path folder, String damage, List<Backups.Content> contents) {
        new BackupsDialog(stage, strings, damage, contents, new BackupsDialog.Actions() {
            @Override
            public void restore(Backup backup) {
                ProjectFolders.this.restore(folder, backup);
            }

            @Override
            public void backUpNow() {
                var workspace = context.workspace().get();
                // The project's own: the opening's may still be being made, and both would take one number.
                var backups = workspace != null && workspace.project().folder().equals(folder)
                        ? workspace.project().backups()
                        : Project.backups(folder);
                jobs.start(strings.get("backups.making"), _ -> backups.make(Backup.Kind.ASKED),
                        backup -> notices.done(strings.get("backups.made", backup.file())), () -> {});
            }
        }).show();
    }

    /// Leaves the project, puts the backup in its place, and opens it again.
    private void restore(Path folder, Backup backup) {
        leave(folder, () -> jobs.start(strings.get("backups.restoring"), _ -> {
            Project.restore(folder, backup);
            return folder;
        }, restored -> {
            open.accept(restored);
            notices.done(strings.get("backups.restored", Dates.moment(strings).format(backup.at())));
        }, () -> open.accept(folder)));
    }

    /// Closes the project of `folder` if it is the open one, and whatever runs.
    private void leave(Path folder, Runnable afterwards) {
        var workspace = context.workspace().get();
        boolean isOpen = workspace != null && workspace.project().folder().equals(folder);
        if (isOpen) {
            context.open(null);
        }
        close(isOpen ? workspace : null, afterwards);
    }

    /// Stops what runs for it, then closes it in the background.
    ///
    /// @param afterwards runs on the FX thread, also if there is nothing to close
    private void close(@Nullable Workspace workspace, Runnable afterwards) {
        if (workspace == null) {
            afterwards.run();
            return;
        }
        var _ = stopAndClose(workspace, afterwards);
    }

    private List<String> stopAndClose(Workspace workspace, Runnable afterwards) {
        return jobs.stopForProject(() -> jobs.quietly(_ -> {
            workspace.close();
            return workspace;
        }, _ -> afterwards.run(), afterwards));
    }

    /// Another was opened in its place: what ran for it stops, and it is said.
    void leave(@Nullable Workspace workspace) {
        if (workspace != null) {
            String name = workspace.project().name();
            var stopped = stopAndClose(workspace, () -> {});
            if (!stopped.isEmpty()) {
                notices.done(strings.get("project.stopped", name, String.join(", ", stopped)));
            }
        }
    }

    void move() {
        var workspace = context.workspace().get();
        if (workspace != null && workspace.project().isReadOnly()) {
            notices.refused(workspace.project().whyReadOnly().in(strings::told));
        } else if (workspace != null) {
            var folder = workspace.project().folder();
            new MoveDialog(stage, strings, MoveDialog.Purpose.MOVE, folder, target -> move(folder, target)).show();
        }
    }

    /// Leaves the project, moves its folder, and opens it there; where it was if that fails.
    private void move(Path folder, Path target) {
        leave(folder,
                () -> jobs.start(strings.get("move.working"), _ -> Project.move(folder, target, journal), left -> {
                    new RecentProjects(preferences).moved(folder, target);
                    preferences.save();
                    open.accept(target);
                    notices.done(left.equals(Told.NOTHING)
                            ? strings.get("move.done", target)
                            : left.in(strings::told));
                }, () -> open.accept(folder)));
    }

    void copy() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            new MoveDialog(stage, strings, MoveDialog.Purpose.COPY, workspace.project().folder(),
                    target -> copy(workspace, target)).show();
        }
    }

    private void copy(Workspace workspace, Path target) {
        jobs.start(strings.get("copy.working"), _ -> {
            workspace.project().copy(target, journal);
            return target;
        }, copied -> notices.done(strings.get("copy.done", copied)), () -> {});
    }

    /// @param archive of a project; made one in a folder that is asked for, and opened
    void restoreArchive(Path archive) {
        var file = archive.toAbsolutePath().normalize();
        new MoveDialog(stage, strings, MoveDialog.Purpose.RESTORE, file,
                target -> jobs.start(strings.get("restore.working"), new RestoreArchive(file, target, journal),
                        files -> {
                            open.accept(target);
                            notices.done(strings.get("restore.done", files, target));
                        }, () -> {}))
                .show();
    }

    /// Tells what was left by work that was cut off, if there is any.
    void unfinished() {
        var unfinished = new Unfinished(journal);
        jobs.quietly(_ -> unfinished.list(), left -> {
            if (!left.isEmpty() && stage.isShowing()) {
                new UnfinishedDialog(stage, strings, jobs, unfinished, left).show();
            }
        }, () -> {});
    }
}
