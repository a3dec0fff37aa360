package org.askance.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.askance.app.ui.Jobs;
import org.askance.app.work.Job;
import org.askance.app.work.Progress;

/// Runs jobs when it is told to. Those that run at the same time may end in any order: here the last that was started
/// ends first.
final class BackwardsJobs implements Jobs {

    private final Deque<Runnable> started = new ArrayDeque<>();

    @Override
    public <T> RunningJob start(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        return quietly(job, onSuccess, otherwise);
    }

    /// Does the work at once, and keeps what it gave.
    @Override
    public <T> RunningJob quietly(Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        try {
            T answer = job.run(Progress.NONE);
            started.addLast(() -> onSuccess.accept(answer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return RunningJob.NONE;
    }

    /// Hands over what was started until now, and what that starts, and so on.
    void end() {
        while (!started.isEmpty()) {
            started.removeLast().run();
        }
    }
}
