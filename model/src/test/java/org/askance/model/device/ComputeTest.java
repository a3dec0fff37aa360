package org.askance.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ComputeTest {

    private static final Compute COMPUTE = Compute.start();

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @Test
    void allWorkRunsOnOneThread() {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var _ = callers.submit(() -> COMPUTE.call(_ -> threads.add(Thread.currentThread())));
            }
        }
        assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void freedMemoryGoesBackToTheSystem() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")) && COMPUTE.device().name().equals("CPU"));
        var manager = COMPUTE.newManager();
        var last = COMPUTE.newManager();
        long before = anonymousMb();
        COMPUTE.run(_ -> {
            // Of a size that the C library does not give back one by one, with something that stays behind them.
            for (int i = 0; i < 2_000; i++) {
                manager.ones(new Shape(25_000));
            }
            last.ones(new Shape(25_000));
        });
        assertThat(anonymousMb() - before).isGreaterThan(150);

        COMPUTE.free(manager::close);

        assertThat(anonymousMb() - before).isLessThan(60);
        COMPUTE.free(last::close);
    }

    private static long anonymousMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).sum();
    }

    @Test
    void theDeviceIsNamedWithAReason() {
        var device = COMPUTE.device();

        assertThat(device.name()).matches("CPU|GPU 0");
        assertThat(device.why().english()).isNotBlank();
        assertThat(device.engine()).startsWith("PyTorch 2.");
        assertThat(device.threads()).isPositive();
        assertThat(COMPUTE.<Integer, RuntimeException>call(_ -> JniUtils.getNumThreads())).isEqualTo(device.threads());
    }

    @Test
    void whatTheWorkLeavesBehindIsFreed() {
        var array = COMPUTE.call(scope -> scope.ones(new ai.djl.ndarray.types.Shape(3)));

        assertThat(COMPUTE.<Boolean, RuntimeException>call(_ -> array.isReleased())).isTrue();
    }

    @Test
    void gradientsAreOffAlsoAfterWorkThatTurnedThemOn() {
        COMPUTE.run(_ -> JniUtils.setGradMode(true));

        assertThat(COMPUTE.<Boolean, RuntimeException>call(_ -> JniUtils.isGradMode())).isFalse();
    }

    @Test
    void workMayAskForMoreWork() {
        int answer = COMPUTE.call(_ -> COMPUTE.call(scope -> scope.create(new int[]{42}).getInt()));

        assertThat(answer).isEqualTo(42);
    }

    @Test
    void theCallerSeesWhatTheWorkThrew() {
        assertThatThrownBy(() -> COMPUTE.call(_ -> {
            throw new IOException("disk");
        })).isExactlyInstanceOf(IOException.class).hasMessage("disk");
        assertThatThrownBy(() -> COMPUTE.call(scope -> scope.ones(new ai.djl.ndarray.types.Shape(2))
                .matMul(scope.ones(new ai.djl.ndarray.types.Shape(3))))).isInstanceOf(RuntimeException.class);
        assertThat(COMPUTE.<Integer, RuntimeException>call(_ -> 1)).isEqualTo(1);
    }

    @Test
    void anInterruptedCallerStillGetsItsAnswer() {
        Thread.currentThread().interrupt();
        int answer = COMPUTE.call(_ -> 7);

        assertThat(answer).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClosedComputeRefusesWork() {
        var compute = Compute.start();
        compute.close();
        compute.close();

        assertThatThrownBy(() -> compute.call(_ -> 1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(new HashSet<>(Thread.getAllStackTraces().keySet()).stream()
                .filter(thread -> thread.getName().equals("tensors"))).hasSize(1);
    }
}
