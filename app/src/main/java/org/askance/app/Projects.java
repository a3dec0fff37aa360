package org.askance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.askance.app.device.DeviceDialog;
import org.askance.app.device.DeviceViewModel;
import org.askance.app.encoders.EncodersDialog;
import org.askance.app.encoders.EncodersViewModel;
import org.askance.app.exporting.ExportDialog;
import org.askance.app.report.ScoredLine;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.ErrorList;
import org.askance.app.ui.ErrorsDialog;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.Looks;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Notices;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Engine;
import org.askance.app.work.Home;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.ScoreExamples;
import org.askance.app.work.Version;
import org.askance.app.work.Workspace;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.storage.Project;
import org.askance.storage.sql.Backups;
import org.askance.storage.sql.DamagedException;
import org.askance.storage.sql.StorageException;
import org.jspecify.annotations.Nullable;

/// Opening, filling and leaving projects: what the menus do. FX thread.
final class Projects implements MainWindow.Actions, Incoming.Projects {

    private static final String LAST = "project";

    /// How archives' names end.
    private static final String ARCHIVE = ".zip";

    private final Home home;
    private final Engine engine;
    private final ProjectContext context;
    private final FxJobs jobs;
    private final Strings strings;
    private final Notices notices;
    private final Preferences preferences;
    private final RecentProjects recent;
    private final Stage stage;
    private final ErrorsDialog errors;
    private final Incoming incoming;
    private final ProjectFolders projectFolders;
    private Supplier<String> search = () -> "";
    private Consumer<Path> folders = _ -> {};
    private Runnable labels = () -> {};
    private Runnable manual = () -> {};
    /// Kept once made: it shows what is being fetched, whoever closes it meanwhile.
    private @Nullable EncodersDialog encoders;

    Projects(Home home, Engine engine, ProjectContext context, FxJobs jobs, Strings strings, Notices notices,
            Preferences preferences, Pictures pictures, ErrorList failed, Stage stage) {
        this.home = home;
        this.engine = engine;
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.notices = notices;
        this.preferences = preferences;
        this.recent = new RecentProjects(preferences);
        this.stage = stage;
        this.errors = new ErrorsDialog(stage, failed, strings, () -> folders.accept(home.logs()));
        this.projectFolders = new ProjectFolders(stage, strings, jobs, context, notices, preferences,
                home.journal(), this::open);
        this.incoming = new Incoming(stage, strings, jobs, context, notices, pictures, this);
    }

    Incoming incoming() {
        return incoming;
    }

    /// @param newSearch what is looked for in Browse
    void searchedBy(Supplier<String> newSearch) {
        search = newSearch;
    }

    /// @param newFolders shows a folder in the system's own window
    void foldersOpenedBy(Consumer<Path> newFolders) {
        folders = newFolders;
    }

    /// @param newManual shows the manual, at the page for where one is
    void manualShownBy(Runnable newManual) {
        manual = newManual;
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
        open(folder, () -> {});
    }

    private void open(Path folder, Runnable then) {
        open(() -> Workspace.of(Project.open(folder), engine, home), folder, then);
    }

    @Override
    public void openPostcards() {
        var folder = home.postcards();
        open(() -> {
            var project = Project.exists(folder) ? Project.open(folder) : Project.create(folder, "Postcards");
            if (!project.isReadOnly()) {
                postcards(project, 0).first();
            }
            return Workspace.of(project, engine, home);
        }, folder, () -> {});
    }

    /// How an opening ended.
    private sealed interface Opened {
        record Ready(Workspace workspace) implements Opened {}

        record Damaged(String sentence, List<Backups.Content> backups) implements Opened {}
    }

    /// @param then runs once the project is there to work with; not if it cannot be opened
    private void open(Callable<Workspace> opening, Path folder, Runnable then) {
        var current = context.workspace().get();
        if (current != null && current.project().folder().equals(folder.toAbsolutePath().normalize())) {
            // Opened a second time it would be read-only, since this window writes it.
            complete(current);
            then.run();
            return;
        }
        context.opening().set(true);
        jobs.start(strings.get("project.opening"), _ -> {
            try {
                return new Opened.Ready(opening.call());
            } catch (DamagedException e) {
                return new Opened.Damaged(e.told().in(strings::told), Project.backups(folder).contents());
            }
        }, opened -> {
            switch (opened) {
                case Opened.Ready(var workspace) -> {
                    use(workspace, folder);
                    then.run();
                }
                case Opened.Damaged(String sentence, var contents) -> {
                    context.damaged(folder, sentence);
                    projectFolders.offer(folder, sentence, contents);
                }
            }
            context.opening().set(false);
        }, () -> context.opening().set(false));
    }

    private void use(Workspace workspace, Path folder) {
        var old = context.workspace().get();
        workspace.project().finder().warm();
        // First: what begins for the new one is not to be stopped.
        projectFolders.leave(old);
        context.open(workspace);
        preferences.put(LAST, folder.toString());
        recent.opened(folder);
        preferences.save();
        // It ends on a thread of its own, after the project was shown.
        var _ = workspace.project().openingBackup().whenComplete((_, failure) -> {
            if (failure != null && !(failure instanceof CancellationException)) {
                Platform.runLater(() -> backupFailed(workspace, failure));
            }
        });
        complete(workspace);
    }

    private void backupFailed(Workspace workspace, Throwable failure) {
        if (failure instanceof DamagedException damage) {
            projectFolders.offerBackups(workspace.project().folder(), damage.told().in(strings::told));
        } else {
            jobs.quietly(_ -> {
                throw failure instanceof StorageException known
                        ? new StorageException(known.told(), failure)
                        : new StorageException(String.valueOf(failure.getMessage()), failure);
            }, _ -> {}, () -> {});
        }
    }

    /// @param newLabels edits tasks and labels
    void labelsEditedBy(Runnable newLabels) {
        labels = newLabels;
    }

    @Override
    public void labels() {
        labels.run();
    }

    @Override
    public void backups() {
        projectFolders.backups();
    }

    @Override
    public void moveProject() {
        projectFolders.move();
    }

    @Override
    public void copyProject() {
        projectFolders.copy();
    }

    /// Tells what copies and moves left that were cut off.
    void unfinished() {
        projectFolders.unfinished();
    }

    @Override
    public List<Path> recentProjects() {
        return recent.list();
    }

    @Override
    public void openRecent(Path folder) {
        open(folder);
    }

    private MakePostcards postcards(Project project, int quietUntil) {
        return new MakePostcards(project, PostcardsPlan.standard(), stored -> {
            if (stored > quietUntil) {
                Platform.runLater(context::examplesChanged);
            }
        });
    }

    /// Draws what is missing of Postcards, then scores what is not scored.
    private void complete(Workspace workspace) {
        if (workspace.project().isReadOnly()) {
            return;
        }
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
        context.scoringBegan();
        jobs.start(strings.get("score.working"), new ScoreExamples(workspace), outcome -> {
            context.scoringEnded();
            boolean any = outcome.scored() + outcome.unreadable() > 0;
            if (any) {
                context.examplesChanged();
            }
            if (any || asked) {
                notices.done(ScoredLine.of(outcome, strings));
            }
        }, () -> {
            context.scoringEnded();
            context.examplesChanged();
        });
    }

    @Override
    public void openProject() {
        openProject(() -> {});
    }

    @Override
    public void openProject(Runnable then) {
        folder(strings.get("menu.open")).ifPresent(folder -> open(folder, then));
    }

    @Override
    public void newProject() {
        newProject(() -> {});
    }

    @Override
    public void newProject(Runnable then) {
        folder(strings.get("menu.new")).ifPresent(folder -> make(folder, String.valueOf(folder.getFileName()), then));
    }

    void make(Path folder, String name, Runnable then) {
        open(() -> Workspace.of(Project.create(folder, name), engine, home), folder, then);
    }

    private Optional<Path> folder(String title) {
        return Choosers.folder(stage, title);
    }

    @Override
    public void importPairs() {
        incoming.importPairs(null);
    }

    @Override
    public void dropped(List<Path> paths) {
        if (paths.size() == 1 && paths.getFirst().toString().toLowerCase(Locale.ROOT).endsWith(ARCHIVE)) {
            restoreArchive(paths.getFirst());
        } else {
            incoming.dropped(paths);
        }
    }

    @Override
    public void restoreArchive() {
        Choosers.file(stage, strings.get("restore.choose"), ARCHIVE).ifPresent(this::restoreArchive);
    }

    void restoreArchive(Path archive) {
        projectFolders.restoreArchive(archive);
    }

    @Override
    public void duplicates() {
        incoming.duplicates();
    }

    @Override
    public void relink() {
        var _ = incoming.relink();
    }

    @Override
    public void scoreNew() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            score(workspace, false);
        }
    }

    @Override
    public void exportPairs() {
        var workspace = context.workspace().get();
        if (workspace != null) {
            new ExportDialog(stage, strings, jobs, workspace, search.get(), context.annotator().get(), folders).show();
        }
    }

    @Override
    public void getEncoders() {
        var shown = encoders;
        if (shown == null) {
            var words = new EncodersViewModel.Words(title -> strings.get("encoders.getting", title),
                    encoder -> {
                        context.encodersChanged();
                        notices.done(strings.get("encoders.done", encoder.title()));
                    });
            shown = new EncodersDialog(stage,
                    new EncodersViewModel(home.encoders(), jobs, preferences, words, System::nanoTime), strings);
            encoders = shown;
        }
        shown.show();
    }

    @Override
    public Language language() {
        return Language.of(preferences.get(Preferences.LANGUAGE, ""));
    }

    @Override
    public void speak(Language language) {
        preferences.put(Preferences.LANGUAGE, language.key());
        preferences.save();
        notices.done(strings.get("language.next"));
    }

    @Override
    public void looks(Looks looks) {
        looks.apply();
        looks.keep(preferences);
        notices.still(looks.reducedMotion());
    }

    @Override
    public void device() {
        new DeviceDialog(stage, strings,
                new DeviceViewModel(_ -> engine.report(), jobs, preferences, strings)).show();
    }

    @Override
    public void errors() {
        errors.show();
    }

    @Override
    public void manual() {
        manual.run();
    }

    @Override
    public void about() {
        var workspace = context.workspace().get();
        notices.text(strings.get("about.title"), strings.get("about.text", Version.current(),
                engine.device().map(device -> device.engine() + ", "
                        + strings.get("device.chosen", device.name(), device.why().in(strings::told)))
                        .orElse(strings.get("device.loading")),
                workspace == null ? "–" : workspace.project().folder(), home.logs()));
    }
}
