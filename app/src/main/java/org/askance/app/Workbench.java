package org.askance.app;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.adjudicate.AdjudicateView;
import org.askance.app.adjudicate.AdjudicateViewModel;
import org.askance.app.annotate.AnnotateView;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeysViewModel;
import org.askance.app.browse.BrowseView;
import org.askance.app.gold.GoldDialog;
import org.askance.app.gold.GoldNotice;
import org.askance.app.gold.GoldViewModel;
import org.askance.app.guidelines.GuidelinesDialog;
import org.askance.app.guidelines.GuidelinesPane;
import org.askance.app.guidelines.GuidelinesViewModel;
import org.askance.app.labels.LabelsDialog;
import org.askance.app.labels.LabelsViewModel;
import org.askance.app.people.AgreementDialog;
import org.askance.app.people.AgreementViewModel;
import org.askance.app.people.ProfileMenu;
import org.askance.app.people.ProfilesViewModel;
import org.askance.app.progress.BreakNotice;
import org.askance.app.progress.BreakViewModel;
import org.askance.app.progress.HistoryViewModel;
import org.askance.app.progress.ProgressDialog;
import org.askance.app.progress.ProgressStrip;
import org.askance.app.progress.ProgressViewModel;
import org.askance.app.queues.QueueBar;
import org.askance.app.queues.QueueViewModel;
import org.askance.app.queues.QueuesDialog;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;

/// Builds what surrounds the pair that is annotated: queues, people, guidelines, labels. FX thread.
final class Workbench {

    private final Stage stage;
    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final QueueViewModel queues;
    private final ProfilesViewModel profiles;
    private final AgreementViewModel agreement;
    private final AdjudicateViewModel adjudicate;
    private final GuidelinesViewModel guidelines;
    private final GoldViewModel gold;
    private final ProgressViewModel progress;
    private final HistoryViewModel history;
    private final BreakViewModel breaks;
    private LongSupplier browsed = () -> Queue.NOWHERE;
    private final WindowKeys keys;
    /// Made when they are first shown: a dialog needs its owner's scene.
    private @Nullable QueuesDialog queuesDialog;
    private @Nullable AgreementDialog agreementDialog;
    private @Nullable GuidelinesDialog guidelinesDialog;
    private @Nullable LabelsDialog labelsDialog;
    private @Nullable LabelsViewModel labels;
    private @Nullable ProgressDialog progressDialog;

    /// @param clock in the zone whose midnight parts the days
    Workbench(Stage stage, ProjectContext context, Jobs jobs, Strings strings, Preferences preferences, Clock clock,
            WindowKeys keys) {
        this.stage = stage;
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.profiles = new ProfilesViewModel(context, jobs, preferences);
        this.queues = new QueueViewModel(context, jobs, strings);
        this.agreement = new AgreementViewModel(context, jobs);
        this.adjudicate = new AdjudicateViewModel(context, jobs, clock);
        this.guidelines = new GuidelinesViewModel(context, jobs, preferences);
        this.gold = new GoldViewModel(context, jobs);
        this.progress = new ProgressViewModel(context, jobs, preferences, clock);
        this.history = new HistoryViewModel(context, jobs, clock);
        this.breaks = new BreakViewModel(context, jobs, preferences, clock);
        context.workspace().subscribe(_ -> adjudicate.load());
        context.labels().subscribe((_, _) -> adjudicate.load());
        this.keys = keys;
        keys.when(WindowAction.QUEUES, this::chooseQueue);
    }

    /// Puts it around `annotate`, and people into the header of `window`.
    ///
    /// @param asked what is annotated there
    void surround(AnnotateView annotate, AnnotateViewModel asked, MainWindow window, Pictures pictures) {
        Runnable page = () -> showProgress(asked, window);
        var bar = new QueueBar(queues, context, strings, this::chooseQueue);
        bar.useKeys(keys);
        var strip = new ProgressStrip(progress, strings, asked.away(), page, asked::back);
        strip.useKeys(keys);
        annotate.setHeader(new VBox(bar.node(), strip.node()));
        keys.when(WindowAction.PROGRESS, page);
        annotate.setNotice(new BreakNotice(breaks, strings));
        annotate.view().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && (asked.back() || breaks.putOff() || gold.dismiss())) {
                event.consume();
            }
        });
        var people = new ProfileMenu(profiles, context, strings, this::showAgreement, page,
                window::focus);
        window.addToHeader(people.node());
        people.useKeys(keys);
        keys.when(WindowAction.ANNOTATOR, people::open);
        var pane = new GuidelinesPane(guidelines, strings, pictures, () -> writeGuidelines(asked, pictures));
        pane.fit(stage.widthProperty());
        pane.useKeys(keys);
        guidelines.shown().subscribe(shown -> annotate.setAside(shown ? pane : null));
        keys.when(WindowAction.GUIDELINES, () -> {
            guidelines.toggle();
            window.show(window.place() == Place.ADJUDICATE ? Place.ADJUDICATE : Place.ANNOTATE);
        });
        annotate.setNotice(new GoldNotice(gold, strings, window::openExample));
        keys.when(WindowAction.GOLD, () -> markGold(asked, window.place()));
    }

    /// Tasks and labels are edited from `annotate` too; no label takes one of `keys`.
    void editLabels(AnnotateView annotate, KeysViewModel keys) {
        var names = new KeyNames(strings);
        labels = new LabelsViewModel(context, jobs, strings, key -> Stroke.typed(key)
                .flatMap(stroke -> keys.table().get().action(stroke)).map(names::of));
        annotate.editLabelsBy(this::showLabels);
    }

    /// @param task empty for the one that was edited last
    void showLabels(String task) {
        var dialog = labelsDialog;
        if (dialog == null) {
            dialog = new LabelsDialog(stage, Objects.requireNonNull(labels), strings);
            labelsDialog = dialog;
        }
        dialog.show(task);
    }

    LabelsViewModel labels() {
        return Objects.requireNonNull(labels);
    }

    /// @param asked what is annotated meanwhile
    AdjudicateView adjudicateView(AnnotateViewModel asked, Pictures pictures) {
        var view = new AdjudicateView(adjudicate, strings, pictures, this::showAgreement);
        var pane = new GuidelinesPane(guidelines, strings, pictures, () -> writeGuidelines(asked, pictures));
        pane.fit(stage.widthProperty());
        pane.useKeys(keys);
        view.useKeys(keys);
        guidelines.shown().subscribe(shown -> view.setAside(shown ? pane : null));
        view.showGuidelinesBy(version -> {
            pane.look(version);
            guidelines.open();
        });
        return view;
    }

    QueueViewModel queues() {
        return queues;
    }

    ProfilesViewModel profiles() {
        return profiles;
    }

    GuidelinesViewModel guidelines() {
        return guidelines;
    }

    private void chooseQueue() {
        var dialog = queuesDialog;
        if (dialog == null) {
            dialog = new QueuesDialog(stage, queues, strings, new Search(context, jobs, queues::load));
            queuesDialog = dialog;
        }
        dialog.show();
    }

    private void writeGuidelines(AnnotateViewModel asked, Pictures pictures) {
        var dialog = guidelinesDialog;
        if (dialog == null) {
            dialog = new GuidelinesDialog(stage, guidelines, strings, pictures,
                    () -> asked.state().get() instanceof AnnotateViewModel.State.Asking asking
                            ? Optional.of(asking.row().example().key())
                            : Optional.empty());
            guidelinesDialog = dialog;
        }
        dialog.show();
    }

    private void markGold(AnnotateViewModel asked, Place place) {
        long example = switch (place) {
            case ANNOTATE -> asked.state().get() instanceof AnnotateViewModel.State.Asking asking
                    ? asking.row().example().id()
                    : Queue.NOWHERE;
            case ADJUDICATE -> adjudicate.example();
            case BROWSE -> browsed.getAsLong();
            case MAP, TRAIN -> Queue.NOWHERE;
        };
        if (example != Queue.NOWHERE) {
            markGold(example);
        }
    }

    private void markGold(long example) {
        GoldDialog.ask(stage, gold, strings, example, () -> {
            adjudicate.refresh();
            context.answersChanged();
        });
    }

    /// Pairs of `browse` are made gold one by one too.
    void markGold(BrowseView browse) {
        browse.markGoldBy(this::markGold);
        browsed = browse::example;
    }

    private void showProgress(AnnotateViewModel asked, MainWindow window) {
        var dialog = progressDialog;
        if (dialog == null) {
            dialog = new ProgressDialog(stage, progress, history, breaks, strings, example -> {
                asked.visit(example);
                window.show(Place.ANNOTATE);
            });
            progressDialog = dialog;
        }
        dialog.show();
    }

    private void showAgreement() {
        var dialog = agreementDialog;
        if (dialog == null) {
            dialog = new AgreementDialog(stage, agreement, strings);
            agreementDialog = dialog;
        }
        dialog.show();
    }
}
