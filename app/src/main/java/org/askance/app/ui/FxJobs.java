package org.askance.app.ui;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.askance.app.error.ErrorReporter;
import org.askance.app.work.Job;
import org.askance.app.work.Progress;
import org.askance.storage.sql.ClosedException;

/// Runs jobs on `executor` and shows those that are not quiet in [#visible()]. One whose project was left meanwhile
/// counts as stopped. FX thread only.
public final class FxJobs implements Jobs {

    private final Executor executor;
    private final ErrorReporter errors;
    private final ObservableList<Shown> visible = FXCollections.observableArrayList();
    private int running;

    public FxJobs(Executor executor, ErrorReporter errors) {
        this.executor = executor;
        this.errors = errors;
    }

    /// Running jobs that people see, oldest first.
    public ObservableList<Shown> visible() {
        return visible;
    }

    /// Whether nothing runs, quiet jobs included, and everybody has their answer.
    public boolean isIdle() {
        return running == 0;
    }

    /// A job as people see it.
    public static final class Shown implements RunningJob {
        private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
        private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
        private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        /// From any project.
        private final boolean apart;

        private Shown(String title, boolean apart) {
            this.title.set(title);
            this.apart = apart;
        }

        public ReadOnlyStringProperty title() {
            return title.getReadOnlyProperty();
        }

        /// 0 to 1; negative while unknown.
        public ReadOnlyDoubleProperty progress() {
            return progress.getReadOnlyProperty();
        }

        public ReadOnlyBooleanProperty cancelling() {
            return cancelling.getReadOnlyProperty();
        }

        @Override
        public void cancel() {
            cancelled.set(true);
            cancelling.set(true);
        }
    }

    @Override
    public <T> RunningJob start(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        return start(new Shown(title, false), job, onSuccess, otherwise);
    }

    @Override
    public <T> RunningJob startApart(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        return start(new Shown(title, true), job, onSuccess, otherwise);
    }

    private <T> RunningJob start(Shown shown, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        visible.add(shown);
        run(job, shown, shown.title.get(), onSuccess, otherwise, () -> visible.remove(shown));
        return shown;
    }

    /// Asks what people see running for the project to stop, and runs `then` once all of it has ended: before, it still
    /// needs what the project holds open.
    ///
    /// @return their titles
    public List<String> stopForProject(Runnable then) {
        var stopping = visible.stream().filter(shown -> !shown.apart).toList();
        stopping.forEach(Shown::cancel);
        if (stopping.isEmpty()) {
            then.run();
            return List.of();
        }
        visible.addListener(new ListChangeListener<Shown>() {
            @Override
            public void onChanged(Change<? extends Shown> change) {
                if (stopping.stream().noneMatch(visible::contains)) {
                    visible.removeListener(this);
                    // After what its ending does.
                    Platform.runLater(then);
                }
            }
        });
        return stopping.stream().map(shown -> shown.title.get()).toList();
    }

    @Override
    public <T> RunningJob quietly(Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        var shown = new Shown("", false);
        run(job, shown, "", onSuccess, otherwise, () -> {});
        return shown;
    }

    private <T> void run(Job<T> job, Shown shown, String title, Consumer<? super T> onSuccess, Runnable otherwise,
            Runnable always) {
        Runnable work = () -> {
            try {
                T answer = job.run(new Told(shown));
                end(always, () -> onSuccess.accept(answer));
            } catch (CancellationException | ClosedException _) {
                end(always, otherwise);
            } catch (Exception | OutOfMemoryError | LinkageError e) {
                errors.report(e, title);
                end(always, otherwise);
            }
        };
        running++;
        try {
            executor.execute(work);
        } catch (RejectedExecutionException _) {
            // The window has closed, and a late answer asks for more: there is nobody left to tell.
            running--;
            always.run();
        }
    }

    private void end(Runnable always, Runnable ending) {
        Platform.runLater(() -> {
            always.run();
            try {
                ending.run();
            } finally {
                running--;
            }
        });
    }

    /// Hands progress to the FX thread, at most one update waiting.
    private static final class Told implements Progress {
        private final Shown shown;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile double newest = -1;

        Told(Shown shown) {
            this.shown = shown;
        }

        @Override
        public void update(long done, long total) {
            newest = total > 0 ? (double) done / total : -1;
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    waiting.set(false);
                    shown.progress.set(newest);
                });
            }
        }

        @Override
        public boolean isCancelled() {
            return shown.cancelled.get();
        }
    }
}
