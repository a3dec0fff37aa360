package org.askance.app.gold;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.error.NotSavedException;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.jspecify.annotations.Nullable;

/// Tells annotators how they did once they have answered a gold example, never before, and marks such examples. What
/// is told stays up over a few more answers, since the next pair is asked meanwhile. FX thread only; touches no
/// control.
public final class GoldViewModel {

    /// A right answer needs no reading; a wrong one should not be missed by fast hands.
    private static final int ANSWERS_IF_RIGHT = 2;
    private static final int ANSWERS_IF_WRONG = 8;

    private final ProjectContext context;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Feedback> feedback = new ReadOnlyObjectWrapper<>();
    private int answersLeft;
    private long seen;

    public GoldViewModel(ProjectContext context, Jobs jobs) {
        this.context = context;
        this.jobs = jobs;
        context.answers().subscribe((_, _) -> look(true));
        context.annotator().subscribe((_, _) -> forget());
        context.workspace().subscribe(this::forget);
    }

    ReadOnlyObjectProperty<@Nullable Feedback> feedback() {
        return feedback.getReadOnlyProperty();
    }

    /// What this annotator did before is no news.
    private void forget() {
        feedback.set(null);
        seen = 0;
        look(false);
    }

    private void look(boolean tell) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        String annotator = context.annotator().get();
        var queue = context.queue().get().queue();
        jobs.quietly(_ -> Feedback.Latest.of(workspace.project(), annotator, queue), latest -> {
            if (annotator.equals(context.annotator().get()) && workspace.equals(context.workspace().get())
                    && latest.event() > seen) {
                seen = latest.event();
                if (tell) {
                    tell(latest);
                }
            }
        }, () -> {});
    }

    private void tell(Feedback.Latest latest) {
        var told = latest.feedback();
        if (told != null) {
            answersLeft = told.isRight() ? ANSWERS_IF_RIGHT : ANSWERS_IF_WRONG;
            feedback.set(told);
        } else if (!latest.answered() || --answersLeft <= 0) {
            feedback.set(null);
        }
    }

    /// Takes what is told away.
    ///
    /// @return whether anything was told
    public boolean dismiss() {
        boolean told = feedback.get() != null;
        feedback.set(null);
        return told;
    }

    /// Reads what could be agreed about `example`.
    void propose(long example, Consumer<Proposal> ready) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> Optional.ofNullable(Proposal.of(workspace.project(), example)),
                    found -> found.ifPresent(ready), () -> {});
        }
    }

    /// Makes `example` a gold one.
    ///
    /// @param labels by task, at least one
    /// @param note   why; blank for none
    void mark(long example, Map<String, String> labels, String note, Runnable done) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                return NotSavedException.unless(() -> {
                    workspace.project().gold().put(example, labels, note.isBlank() ? null : note.strip());
                    return labels;
                });
            }, _ -> done.run(), () -> {});
        }
    }

    /// From now on it is an example like others.
    void unmark(long example, Runnable done) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                return NotSavedException.unless(() -> {
                    workspace.project().gold().remove(example);
                    return example;
                });
            }, _ -> done.run(), () -> {});
        }
    }

    /// Whether nothing can be marked.
    public boolean isReadOnly() {
        var workspace = context.workspace().get();
        return workspace == null || workspace.project().isReadOnly();
    }
}
