package org.askance.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.askance.app.annotate.AnnotateView;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.annotate.explain.ExplanationViewModel;
import org.askance.app.annotate.keys.KeysViewModel;
import org.askance.app.browse.BrowseView;
import org.askance.app.browse.BrowseViewModel;
import org.askance.app.browse.BulkViewModel;
import org.askance.app.device.DeviceViewModel;
import org.askance.app.error.ErrorReporter;
import org.askance.app.manual.ManualKey;
import org.askance.app.map.MapView;
import org.askance.app.map.MapViewModel;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.train.CheckpointsViewModel;
import org.askance.app.train.TrainView;
import org.askance.app.train.TrainViewModel;
import org.askance.app.ui.ActWords;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.ErrorList;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.Looks;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Notices;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.WindowKeys;
import org.askance.app.work.Engine;
import org.askance.app.work.Home;
import org.askance.model.device.DeviceSettings;

/// Builds everything by hand, once, and holds it while the window is open. FX thread.
final class Desk implements AutoCloseable {

    private static final double TITLE_BAR_PX = 40;
    private static final long PICTURES_BYTES = 128L << 20;

    private final Stage stage;
    private final Preferences preferences;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Engine engine;
    private final ProjectContext context = new ProjectContext();
    private final FxJobs jobs;
    private final MainWindow window;
    private final AnnotateViewModel annotateModel;
    private final MapViewModel mapModel;
    private final Workbench workbench;
    private final Projects projects;
    private final ManualDesk manual;
    private final WindowKeys windowKeys;
    private final InvalidationListener following = _ -> follow();

    Desk(Home home, Stage stage) {
        this(home, stage, Clock.system(ZoneId.systemDefault()));
    }

    /// @param clock by which people work, in the zone whose midnight parts their days
    Desk(Home home, Stage stage, Clock clock) {
        this.stage = stage;
        this.preferences = new Preferences(home.preferences());
        var kept = DeviceViewModel.kept(preferences);
        this.engine = Engine.start(() -> DeviceSettings.ofProperties(kept));
        var language = Language.of(preferences.get(Preferences.LANGUAGE, ""));
        language.speak();
        var strings = Strings.in(language);
        var notices = new Notices(stage);
        var failed = new ErrorList();
        var errors = new ErrorReporter(strings, Clock.systemUTC(),
                report -> Platform.runLater(() -> failed(failed, report)));
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> errors.report(failure));
        this.jobs = new FxJobs(threads, errors);
        var pictures = new Pictures(threads, PICTURES_BYTES);
        this.projects = new Projects(home, engine, context, jobs, strings, notices, preferences, pictures,
                failed, stage);
        var looks = Looks.kept(preferences);
        looks.apply();
        notices.still(looks.reducedMotion());
        // Someone who follows the system does so while the program runs.
        Platform.getPreferences().colorSchemeProperty().addListener(following);
        this.window = new MainWindow(strings, context, jobs, failed, projects, looks);
        this.annotateModel = new AnnotateViewModel(context, jobs, clock);
        this.windowKeys = new WindowKeys(preferences, jobs, strings);
        window.useKeys(windowKeys);
        var keys = new KeysViewModel(preferences, jobs, windowKeys);
        var annotate = new AnnotateView(annotateModel, keys,
                new ExplanationViewModel(context, jobs, strings.get("explain.job")), strings, pictures,
                window);
        projects.incoming().examplesOpenedBy(window::openExample);
        var browseModel = new BrowseViewModel(context, jobs);
        projects.searchedBy(browseModel.query()::get);
        var browse = new BrowseView(browseModel, new BulkViewModel(context, jobs, strings, browseModel), strings,
                pictures, window);
        var trainModel = new TrainViewModel(context, jobs, Platform::runLater, System::nanoTime,
                strings, new CheckpointsViewModel(context, jobs, strings));
        var train = new TrainView(trainModel, strings, projects::getEncoders);
        this.mapModel = new MapViewModel(context, jobs, strings.get("map.working"));
        var map = new MapView(mapModel, strings, pictures, window, projects::score);
        this.workbench = new Workbench(stage, context, jobs, strings, preferences, clock, windowKeys);
        workbench.surround(annotate, annotateModel, window, pictures);
        workbench.editLabels(annotate, keys);
        workbench.markGold(browse);
        projects.labelsEditedBy(() -> workbench.showLabels(""));
        window.host(List.of(annotate, browse, map, train, workbench.adjudicateView(annotateModel, pictures)));
        this.manual = new ManualDesk(stage, jobs, strings, window::place);
        projects.manualShownBy(manual::show);
        context.workspace().subscribe(_ -> {
            annotateModel.load();
            browse.invalidate();
            trainModel.forget();
            map.invalidate();
        });
        // What another annotator saw is not theirs to answer.
        context.annotator().subscribe((_, _) -> annotateModel.load());
        context.answers().subscribe(_ -> browse.invalidate());
        context.examples().subscribe(_ -> {
            browse.invalidate();
            map.invalidate();
            annotateModel.refresh();
        });
        context.labels().subscribe((_, _) -> {
            browse.invalidate();
            map.invalidate();
            trainModel.forget();
            annotateModel.refresh();
        });
        context.encoders().subscribe(_ -> trainModel.load());
        annotateModel.ofMany().subscribe(gesture -> {
            if (gesture != null) {
                notices.refused(strings.get("annotate.undo.bulk",
                        new ActWords(strings).of(gesture)));
            }
        });
        context.opened().subscribe(id -> {
            if (id != null) {
                annotateModel.open(id);
            }
        });
    }

    /// Shows the window at once; project and network follow in the background.
    void start() {
        show();
        projects.openLast();
        projects.unfinished();
    }

    /// Shows the window, without a project.
    void show() {
        // The screen may be smaller than the one it was used on before, and its bars want some of it.
        var room = Screen.getPrimary().getVisualBounds();
        var scene = window.scene(Math.min(preferences.number("window.width", 1280), room.getWidth()),
                Math.min(preferences.number("window.height", 820), room.getHeight() - TITLE_BAR_PX));
        windowKeys.workIn(scene);
        scene.getAccelerators().put(ManualKey.F1, manual::show);
        stage.setScene(scene);
        stage.setTitle("Askance");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        for (int size : new int[]{16, 32, 64, 128, 256}) {
            var icon = Desk.class.getResourceAsStream("/org/askance/assets/icons/askance-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        window.show(Place.ANNOTATE);
        stage.show();
        jobs.quietly(_ -> engine.compute().device(), context.device()::set,
                () -> context.deviceFailed().set(true));
    }

    /// Before there is a window, it is kept for the status line.
    private void failed(ErrorList failed, ErrorReporter.Report report) {
        failed.add(report);
        if (stage.isShowing()) {
            projects.errors();
        }
    }

    private void follow() {
        var looks = Looks.kept(preferences);
        if (looks.appearance() == Appearance.SYSTEM) {
            looks.apply();
        }
    }

    /// For tests: opens the project of `folder` instead of the last one.
    void open(Path folder) {
        projects.open(folder);
    }

    Projects projects() {
        return projects;
    }

    AnnotateViewModel annotate() {
        return annotateModel;
    }

    MapViewModel map() {
        return mapModel;
    }

    Workbench workbench() {
        return workbench;
    }

    MainWindow window() {
        return window;
    }

    ManualDesk manual() {
        return manual;
    }

    ProjectContext context() {
        return context;
    }

    FxJobs jobs() {
        return jobs;
    }

    @Override
    public void close() {
        manual.close();
        Platform.getPreferences().colorSchemeProperty().removeListener(following);
        preferences.put("window.width", Double.toString(stage.getScene().getWidth()));
        preferences.put("window.height", Double.toString(stage.getScene().getHeight()));
        preferences.save();
        List.copyOf(jobs.visible()).forEach(FxJobs.Shown::cancel);
        threads.close();
        var workspace = context.workspace().get();
        if (workspace != null) {
            workspace.close();
        }
        engine.close();
    }
}
