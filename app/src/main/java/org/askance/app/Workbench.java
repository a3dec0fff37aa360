package org.askance.app;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.askance.app.annotate.AnnotateView;
import org.askance.app.queues.QueueBar;
import org.askance.app.queues.QueueViewModel;
import org.askance.app.queues.QueuesDialog;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.jspecify.annotations.Nullable;

/// Builds what surrounds the pair that is annotated: queues, people, guidelines, labels. FX thread.
final class Workbench {

    private final Stage stage;
    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final QueueViewModel queues;
    private final Map<KeyCombination, Runnable> shortcuts = new HashMap<>();
    /// Made when it is first shown: a dialog needs its owner's scene.
    private @Nullable QueuesDialog queuesDialog;

    Workbench(Stage stage, ProjectContext context, Jobs jobs, Strings strings) {
        this.stage = stage;
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.queues = new QueueViewModel(context, jobs, strings);
        shortcuts.put(QueuesDialog.SHORTCUT, this::chooseQueue);
    }

    /// Puts it around `annotate`.
    void surround(AnnotateView annotate) {
        annotate.setHeader(new QueueBar(queues, context, strings, this::chooseQueue).node());
    }

    QueueViewModel queues() {
        return queues;
    }

    /// Keys of the whole window.
    Map<KeyCombination, Runnable> shortcuts() {
        return shortcuts;
    }

    private void chooseQueue() {
        var dialog = queuesDialog;
        if (dialog == null) {
            dialog = new QueuesDialog(stage, queues, strings, new Search(context, jobs, queues::load));
            queuesDialog = dialog;
        }
        dialog.show();
    }
}
