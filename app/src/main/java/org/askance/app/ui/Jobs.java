package org.askance.app.ui;

import java.util.function.Consumer;
import org.askance.app.work.Job;

/// Starts jobs and brings their endings to the FX thread. Call from the FX thread.
public interface Jobs {

    /// @param title     what the status bar says while it runs
    /// @param onSuccess gets the answer, on the FX thread
    /// @param otherwise runs on the FX thread if it failed (which has been reported) or was cancelled
    <T> RunningJob start(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise);

    /// As [#start], for work that has to do with no project: it goes on when another is opened.
    default <T> RunningJob startApart(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
        return start(title, job, onSuccess, otherwise);
    }

    /// As [#start], for loads that a person would not wait for: the status bar stays quiet.
    <T> RunningJob quietly(Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise);

    /// A started job.
    interface RunningJob {
        /// Asks it to stop; its ending still comes.
        void cancel();

        RunningJob NONE = () -> {};
    }
}
