package org.askance.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.askance.app.ui.Jobs;
import org.askance.app.work.Job;
import org.askance.app.work.Progress;

/// Runs each job at once, on the thread that starts it: view models are tested without a toolkit.
public final class NowJobs implements Jobs {

    private final List<Exception> failures = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public List<Exception> failures() {
        return failures;
    }

    /// The running job, if one looks at it, stops.
    public void cancelRunning() {
        cancelled.set(true);
    }

    @Override
    public <T> RunningJob start(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        cancelled.set(false);
        return quietly(job, onSuccess, otherwise);
    }

    @Override
    public <T> RunningJob quietly(Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        T answer;
        try {
            answer = job.run(new Progress() {
                @Override
                public void update(long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return cancelled.get();
                }
            });
        } catch (CancellationException _) {
            otherwise.run();
            return RunningJob.NONE;
        } catch (Exception e) {
            failures.add(e);
            otherwise.run();
            return RunningJob.NONE;
        }
        onSuccess.accept(answer);
        return RunningJob.NONE;
    }
}
