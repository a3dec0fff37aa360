package org.askance.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.work.Home;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;

/// How long from a key to the next pair painted: in a real headless window, over a project of real-size pictures. A
/// time runs from the key's event until the pulse after the one in which the next pair's picture and text stood in
/// the window: by then that frame was drawn. Prints figures; asserts nothing.
public final class StepBench {

    private static final int WARM_UP = 40;
    private static final int USUAL_STEPS = 140;
    private static final long PACE_MS = 150;

    private final Stage stage;
    private final Desk desk;
    private final int steps;

    private StepBench(Stage stage, Desk desk, int steps) {
        this.stage = stage;
        this.desk = desk;
        this.steps = steps;
    }

    /// `StepBench FOLDER [COUNT] [STEPS]`; with 0 steps it only makes the project.
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int steps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : USUAL_STEPS;
        var home = new Home(folder.resolve("home"));
        long start = System.nanoTime();
        RealSizePairs.make(folder.resolve("project"), home, count);
        System.out.printf(Locale.ROOT, "project of %,d pairs there after %.1f s%n", count,
                (System.nanoTime() - start) / 1e9);
        if (steps == 0) {
            return;
        }
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var bench = call(() -> {
            var stage = new Stage();
            return new StepBench(stage, new Desk(home, stage), steps);
        });
        bench.run(folder.resolve("project"));
        System.exit(0);
    }

    private void run(Path project) throws Exception {
        call(() -> {
            desk.show();
            stage.setWidth(1280);
            stage.setHeight(820);
            desk.open(project);
            return true;
        });
        until(() -> asked() >= 0 && desk.jobs().visible().isEmpty());
        Objects.requireNonNull(desk.context().workspace().get()).project().finder().await();
        measure("next, the first minute of a fresh start", KeyCode.ENTER, PACE_MS);
        measure("next, a key every 150 ms", KeyCode.ENTER, PACE_MS);
        measure("agree, a key every 150 ms", KeyCode.SPACE, PACE_MS);
        measure("agree, each key as soon as the pair is there", KeyCode.SPACE, 0);
        call(() -> {
            desk.workbench().queues().choose(new QueueRequest(QueueKind.RANDOM, ""));
            return true;
        });
        until(() -> desk.context().queue().get().key().equals("random") && asked() >= 0);
        TimeUnit.MILLISECONDS.sleep(PACE_MS);
        measure("random order: agree, a key every 150 ms", KeyCode.SPACE, PACE_MS);
        measure("random order: skip, a key every 150 ms", KeyCode.S, PACE_MS);
        System.out.println("peak memory of the process: " + peak());
    }

    private void measure(String what, KeyCode key, long paceMs) throws Exception {
        var ms = new double[steps];
        for (int i = -WARM_UP; i < steps; i++) {
            TimeUnit.MILLISECONDS.sleep(paceMs);
            double took = step(key);
            if (i >= 0) {
                ms[i] = took;
            }
        }
        Arrays.sort(ms);
        System.out.printf(Locale.ROOT, "%-50s p50 %5.1f  p95 %5.1f  p99 %5.1f  worst %5.1f ms%n", what,
                ms[steps / 2], ms[steps * 95 / 100], ms[steps * 99 / 100], ms[steps - 1]);
    }

    /// Milliseconds from the key to the next pair painted.
    private double step(KeyCode key) throws Exception {
        var painted = new CompletableFuture<Long>();
        long at = System.nanoTime();
        Platform.runLater(() -> {
            long from = asked();
            var scene = stage.getScene();
            new AnimationTimer() {
                private boolean laidOut;

                @Override
                public void handle(long now) {
                    if (laidOut) {
                        stop();
                        painted.complete(System.nanoTime());
                    } else if (asked() != from && shows(scene)) {
                        laidOut = true;
                    }
                }
            }.start();
            String text = key == KeyCode.SPACE ? " " : "";
            KeyEvent.fireEvent(Objects.requireNonNull(scene.getFocusOwner()),
                    new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, false, false, false, false));
        });
        return (painted.get(60, TimeUnit.SECONDS) - at) / 1e6;
    }

    /// Whether the picture that belongs to the pair is in the window.
    private static boolean shows(Scene scene) {
        return scene.lookup("#picture-image") instanceof ImageView view && view.getImage() != null;
    }

    private long asked() {
        return desk.annotate().state().get() instanceof State.Asking asking ? asking.row().example().id() : -1;
    }

    private static <T> T call(java.util.concurrent.Callable<T> work) throws Exception {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(120, TimeUnit.SECONDS);
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        while (!call(condition)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String peak() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst()
                        .map(line -> line.substring(6).strip()).orElse("unknown")
                : "unknown";
    }
}
