package org.askance.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;
import org.askance.app.work.Job;
import org.askance.app.work.Progress;
import org.jspecify.annotations.Nullable;

/// Where a command speaks. Commands run on one thread; [#stop()] may come from another.
final class Terminal {

    private static final long STOP_S = 60;

    private final Strings strings;
    private final Home home;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean stopped;
    private @Nullable ProgressBar bar;

    /// @param interactive whether a bar may be drawn over itself; else progress is a line now and then
    Terminal(Strings strings, Home home, PrintWriter out, PrintWriter err, boolean interactive) {
        this.strings = strings;
        this.home = home;
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    Strings strings() {
        return strings;
    }

    Home home() {
        return home;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /// A line of the answer.
    void give(String line) {
        endProgress();
        out.println(line);
    }

    /// A sentence beside the answer.
    void tell(String key, Object... values) {
        say(strings.get(key, values));
    }

    void say(String line) {
        endProgress();
        err.println(line);
    }

    /// A line while a job runs: its bar goes on below.
    void note(String line) {
        endProgress(false);
        err.println(line);
    }

    /// Runs `job` under a progress bar.
    <T> T run(String titleKey, Job<T> job) throws Exception {
        return run(job, new ProgressBar(err, strings, strings.get(titleKey), ProgressBar.Unit.PIECES, interactive));
    }

    /// As [#run(String, Job)], for a job of several parts.
    <T> T runParts(String titleKey, Job<T> job) throws Exception {
        return run(job, new ProgressBar(err, strings, strings.get(titleKey), ProgressBar.Unit.SHARES, interactive));
    }

    /// As [#run(String, Job)], for a job whose progress is in bytes.
    <T> T fetch(String title, Job<T> job) throws Exception {
        return run(job, new ProgressBar(err, strings, title, ProgressBar.Unit.BYTES, interactive));
    }

    private <T> T run(Job<T> job, ProgressBar now) throws Exception {
        bar = now;
        try {
            return job.run(new Progress() {
                @Override
                public void update(long done, long total) {
                    now.update(done, total);
                }

                @Override
                public boolean isCancelled() {
                    return stopped;
                }
            });
        } finally {
            endProgress();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    void endProgress() {
        endProgress(true);
    }

    private void endProgress(boolean forGood) {
        if (bar != null) {
            bar.end();
            bar = forGood ? null : bar;
        }
    }

    /// Asks the command to stop where nothing is left half-written, and waits for that.
    void stop() {
        stopped = true;
        try {
            var _ = end.await(STOP_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command has ended.
    void ended() {
        end.countDown();
    }
}
