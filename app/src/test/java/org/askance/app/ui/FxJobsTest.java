package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.askance.app.Fx;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Strings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FxJobsTest {

    private final List<ErrorReporter.Report> reports = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FxJobs jobs = new FxJobs(threads,
            new ErrorReporter(Strings.english(), Clock.systemUTC(), reports::add));

    @BeforeEach
    void start() {
        Fx.start();
    }

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void whatIsAskedForAfterTheEndIsNoFailure() {
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
        assertThat(Fx.call(jobs::isIdle)).isTrue();
    }

    @Test
    void quietWorkIsWorkUntilItsAnswerWasTaken() {
        var going = new CountDownLatch(1);
        var idle = new ArrayList<Boolean>();
        Fx.run(() -> jobs.quietly(_ -> {
            going.await();
            return "work";
        }, _ -> idle.add(jobs.isIdle()), () -> {}));
        assertThat(Fx.call(jobs::isIdle)).isFalse();
        assertThat(Fx.call(() -> jobs.visible().size())).isZero();
        going.countDown();
        Fx.until(jobs::isIdle);
        assertThat(idle).containsExactly(false);
    }

    @Test
    void workThatFailedIsNoLongerRunning() {
        Fx.run(() -> jobs.quietly(_ -> {
            throw new IllegalStateException("as wanted");
        }, _ -> {}, () -> {}));
        Fx.until(jobs::isIdle);
        assertThat(reports).hasSize(1);
    }
}
