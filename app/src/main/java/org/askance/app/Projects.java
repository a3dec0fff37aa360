package org.askance.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.askance.app.device.DeviceDialog;
import org.askance.app.device.DeviceViewModel;
import org.askance.app.encoders.EncodersDialog;
import org.askance.app.encoders.EncodersViewModel;
import org.askance.app.exporting.ExportDialog;
import org.askance.app.importing.ImportDialog;
import org.askance.app.text.Strings;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Notices;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Engine;
import org.askance.app.work.Home;
import org.askance.app.work.Job;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.ScoreExamples;
import org.askance.app.work.Version;
import org.askance.app.work.Workspace;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.jspecify.annotations.Nullable;

/// Opening, filling and leaving projects: what the menus do. FX thread.
final class Projects implements MainWindow.Actions {

    private static final String LAST = "project";

    private final Home home;
    private final Engine engine;
    private final ProjectContext context;
    private final FxJobs jobs;
    private final Strings strings;
    private final Notices notices;
    private final Preferences preferences;
    private final Stage stage;
    private Supplier<ExampleFilter> search = () -> ExampleFilter.ALL;
    private Consumer<Path> folders = _ -> {};
    /// Kept once made: it shows what is being fetched, whoever closes it meanwhile.
    private @Nullable EncodersDialog encoders;

    Projects(Home home, Engine engine, ProjectContext context, FxJobs jobs, Strings strings, Notices notices,
            Preferences preferences, Stage stage) {
        this.home = home;
        this.engine = engine;
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.notices = notices;
        this.preferences = preferences;
        this.stage = stage;
    }

    /// @param newSearch what is looked for in Browse
    void searchedBy(Supplier<ExampleFilter> newSearch) {
        search = newSearch;
    }

    /// @param newFolders shows a folder in the system's own window
    void foldersOpenedBy(Consumer<Path> newFolders) {
        folders = newFolders;
    }

    /// The project of the last time, or Postcards.
    void openLast() {
        var last = Path.of(preferences.get(LAST, home.postcards().toString()));
        if (last.equals(home.postcards()) || !Project.exists(last)) {
            openPostcards();
        } else {
            open(last);
        }
    }

    void open(Path folder) {
        open(_ -> Workspace.of(Project.open(folder), engine, home), folder);
    }

    @Override
    public void openPostcards() {
        var folder = home.postcards();
        open(_ -> {
            var project = Project.exists(folder) ? Project.open(folder) : Project.create(folder, "Postcards");
            postcards(project, 0).first();
            return Workspace.of(project, engine, home);
        }, folder);
    }

    private void open(Job<Workspace> opening, Path folder) {
        jobs.start(strings.get("project.opening"), opening, workspace -> {
            var old = context.workspace().get();
            context.open(workspace);
            if (old != null) {
                jobs.quietly(_ -> {
                    old.close();
                    return folder;
                }, _ -> {}, () -> {});
            }
            preferences.put(LAST, folder.toString());
            preferences.save();
            complete(workspace);
        }, () -> {});
    }

    private MakePostcards postcards(Project project, int quietUntil) {
        return new MakePostcards(project, PostcardsPlan.standard(), stored -> {
            if (stored > quietUntil) {
                javafx.application.Platform.runLater(context::examplesChanged);
            }
        });
    }

    /// Draws what is missing of Postcards, then scores what is not scored.
    private void complete(Workspace workspace) {
        var making = postcards(workspace.project(), 0);
        if (making.isUnfinished()) {
            jobs.start(strings.get("postcards.making"), making, _ -> {
                context.examplesChanged();
                score(workspace, false);
            }, () -> {});
        } else {
            score(workspace, false);
        }
    }

    @Override
    public void score() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            score(workspace, true);
        }
    }

    private void score(Workspace workspace, boolean asked) {
        jobs.start(strings.get("score.working"), new ScoreExamples(workspace), count -> {
            if (count > 0) {
                context.examplesChanged();
                notices.done(strings.get("score.done", count));
            } else if (asked) {
                notices.done(strings.get("score.none"));
            }
        }, context::examplesChanged);
    }

    @Override
    public void openProject() {
        folder(strings.get("menu.open")).ifPresent(this::open);
    }

    @Override
    public void newProject() {
        folder(strings.get("menu.new"))
                .ifPresent(folder -> make(folder, String.valueOf(folder.getFileName())));
    }

    void make(Path folder, String name) {
        open(_ -> Workspace.of(Project.create(folder, name), engine, home), folder);
    }

    private Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public void importPairs() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            new ImportDialog(stage, strings, jobs, workspace, imported -> {
                context.examplesChanged();
                notices.done(strings.get("import.done", imported.added(), imported.known(),
                        imported.problems().count(), imported.unusable().count()));
                score(workspace, false);
            }, notices).show();
        }
    }

    @Override
    public void exportPairs() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            new ExportDialog(stage, strings, jobs, workspace, search.get(), folders).show();
        }
    }

    @Override
    public void getEncoders() {
        var shown = encoders;
        if (shown == null) {
            var words = new EncodersViewModel.Words(title -> strings.get("encoders.getting", title),
                    encoder -> notices.done(strings.get("encoders.done", encoder.title())));
            shown = new EncodersDialog(stage,
                    new EncodersViewModel(home.encoders(), jobs, preferences, words, System::nanoTime), strings);
            encoders = shown;
        }
        shown.show();
    }

    @Override
    public void appearance(Appearance appearance) {
        appearance.apply();
        preferences.put("appearance", appearance.key());
        preferences.save();
    }

    @Override
    public void device() {
        new DeviceDialog(stage, strings,
                new DeviceViewModel(_ -> engine.report(), jobs, preferences, strings)).show();
    }

    @Override
    public void about() {
        var workspace = context.workspace().get();
        notices.text(strings.get("about.title"), strings.get("about.text", Version.current(),
                engine.device().map(device -> device.engine() + ", " + device).orElse(strings.get("device.loading")),
                workspace == null ? "–" : workspace.project().folder(), home.logs()));
    }
}
