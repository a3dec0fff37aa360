package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.askance.app.Fx;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Strings;
import org.junit.jupiter.api.Test;

class FxJobsTest {

    @Test
    void whatIsAskedForAfterTheEndIsNoFailure() {
        Fx.start();
        var reports = new ArrayList<ErrorReporter.Report>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var jobs = new FxJobs(threads, new ErrorReporter(Strings.english(), Clock.systemUTC(), reports::add));
        threads.close();
        var ran = new ArrayList<String>();
        Fx.run(() -> {
            jobs.quietly(_ -> "work", ran::add, () -> ran.add("otherwise"));
            jobs.start("title", _ -> "work", ran::add, () -> ran.add("otherwise"));
        });
        Fx.frames();
        assertThat(ran).isEmpty();
        assertThat(reports).isEmpty();
        assertThat(Fx.call(() -> jobs.visible().size())).isZero();
    }
}
