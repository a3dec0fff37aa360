package org.askance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.askance.app.duplicates.DuplicatesDialog;
import org.askance.app.importing.ImportDialog;
import org.askance.app.relinking.RelinkDialog;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.Notices;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.ImportReport;
import org.askance.app.work.Workspace;
import org.jspecify.annotations.Nullable;

/// What comes into a project and whether it is all there: importing, dropping, duplicates, missing pictures. FX thread.
final class Incoming {

    /// What it needs of the projects.
    interface Projects {
        /// @param then runs once it is made and open; not if nothing is chosen
        void newProject(Runnable then);

        /// @param then runs once it is open; not if nothing is chosen
        void openProject(Runnable then);

        /// Scores what is new.
        void scoreNew();
    }

    private final Stage stage;
    private final Strings strings;
    private final FxJobs jobs;
    private final ProjectContext context;
    private final Notices notices;
    private final Projects projects;
    private final Pictures pictures;
    private LongConsumer examples = _ -> {};

    Incoming(Stage stage, Strings strings, FxJobs jobs, ProjectContext context, Notices notices, Pictures pictures,
            Projects projects) {
        this.stage = stage;
        this.strings = strings;
        this.jobs = jobs;
        this.context = context;
        this.notices = notices;
        this.pictures = pictures;
        this.projects = projects;
    }

    /// @param newExamples shows a pair, large
    void examplesOpenedBy(LongConsumer newExamples) {
        examples = newExamples;
    }

    /// Opens the dialog, for a project that can be written; without any, asks for one first.
    ///
    /// @param source looked at at once; `null` to choose it there
    void importPairs(@Nullable Path source) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            askForProject(() -> importPairs(source));
        } else if (workspace.project().isReadOnly()) {
            notices.refused(workspace.project().whyReadOnly().in(strings::told));
        } else {
            var dialog = new ImportDialog(stage, strings, jobs, workspace, pictures, outside());
            dialog.show();
            if (source != null) {
                dialog.look(source);
            }
        }
    }

    private ImportDialog.Outside outside() {
        return new ImportDialog.Outside() {
            @Override
            public String annotator() {
                return context.annotator().get();
            }

            @Override
            public void imported(ImportReport report) {
                if (report.taken() > 0) {
                    context.answersChanged();
                }
                context.examplesChanged();
                projects.scoreNew();
            }

            @Override
            public void stopped() {
                context.examplesChanged();
            }

            @Override
            public void duplicates() {
                Incoming.this.duplicates();
            }
        };
    }

    private void askForProject(Runnable then) {
        var make = new ButtonType(strings.get("menu.new"), ButtonBar.ButtonData.OK_DONE);
        var open = new ButtonType(strings.get("menu.open"), ButtonBar.ButtonData.OTHER);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, strings.get("import.project.how"), make, open,
                ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setTitle(strings.get("import.title"));
        alert.setHeaderText(strings.get("import.project"));
        Dialogs.openWhole(alert.getDialogPane());
        alert.resultProperty().subscribe(chosen -> {
            if (chosen == make) {
                projects.newProject(then);
            } else if (chosen == open) {
                projects.openProject(then);
            }
        });
        alert.show();
    }

    /// One file or folder is looked at; of several it is said that they must come one by one.
    void dropped(List<Path> paths) {
        if (paths.size() == 1) {
            importPairs(paths.getFirst());
        } else if (!paths.isEmpty()) {
            notices.refused(strings.get("drop.several", paths.size()));
        }
    }

    void duplicates() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            new DuplicatesDialog(stage, strings, jobs, workspace, context, pictures, examples).show();
        }
    }

    /// @return the dialog, so that a folder can be handed to it; `null` without a project that can be written
    @Nullable
    RelinkDialog relink() {
        Workspace workspace = context.workspace().get();
        if (workspace == null) {
            return null;
        }
        if (workspace.project().isReadOnly()) {
            notices.refused(workspace.project().whyReadOnly().in(strings::told));
            return null;
        }
        var dialog = new RelinkDialog(stage, strings, jobs, workspace, () -> {
            context.examplesChanged();
            projects.scoreNew();
        });
        dialog.show();
        return dialog;
    }
}
