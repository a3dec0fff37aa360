package org.askance.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.askance.app.ui.Appearance;

/// A real JavaFX toolkit for tests, headless, and waiting for what it does.
public final class Fx {

    private static final long PATIENCE_S = 60;
    /// How little is compressed, 0 to 1.
    private static final float FAST = 0.9f;

    private static volatile boolean started;

    private Fx() {}

    /// Starts the toolkit, once.
    public static void start() {
        var running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
            if (!running.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (IllegalStateException alreadyRunning) {
            if (!String.valueOf(alreadyRunning.getMessage()).contains("already")) {
                throw alreadyRunning;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    /// From now on nobody hears of what the headless platform of JavaFX 26.0.2 fails to paint beyond its screen: windows
    /// that slide in do that, and no person meets it.
    public static void overlookWhatIsBeyondTheScreen() {
        var told = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            boolean beyond = Arrays.stream(failure.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow"));
            if (!beyond && told != null) {
                told.uncaughtException(thread, failure);
            }
        });
    }

    /// Runs `work` on the FX thread and hands back what it gives or throws.
    public static <T> T call(Callable<T> work) {
        if (!started) {
            throw new IllegalStateException("JavaFX did not start"); // runLater would wait for ever
        }
        var answer = new CompletableFuture<T>();
        Runnable called = () -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        };
        if (Platform.isFxApplicationThread()) {
            called.run(); // within a condition that is looked at there
        } else {
            Platform.runLater(called);
        }
        return answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until `condition`, looked at before every frame, holds.
    public static void until(BooleanSupplier condition) {
        until(condition, PATIENCE_S);
    }

    /// As [#until], for work that takes minutes.
    public static void untilForLong(BooleanSupplier condition) {
        until(condition, 20 * PATIENCE_S);
    }

    private static void until(BooleanSupplier condition, long patienceS) {
        var held = new CompletableFuture<Boolean>();
        var timer = call(() -> {
            var each = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        held.complete(true);
                    }
                }
            };
            each.start();
            return each;
        });
        try {
            held.orTimeout(patienceS, TimeUnit.SECONDS).join();
        } finally {
            run(timer::stop);
        }
    }

    /// Lets two frames pass, so that what was changed is laid out and painted.
    public static void frames() {
        var left = new int[]{3};
        until(() -> --left[0] <= 0);
    }

    /// Snapshots in dark and in light, which stays.
    public static void bothThemes(Scene scene, String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            run(appearance::apply);
            snapshot(scene, name + "-" + appearance.key());
        }
    }

    /// Writes what the scene shows to `target/snapshots/NAME.png`.
    public static BufferedImage snapshot(Scene scene, String name) {
        frames();
        var image = call(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        var file = Path.of("target/snapshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    /// Four times as fast as what [ImageIO] does unasked, and as small.
    private static void write(BufferedImage image, Path file) throws IOException {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var way = writer.getDefaultWriteParam();
        way.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        way.setCompressionQuality(FAST);
        Files.deleteIfExists(file);
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(plain, null, null), way);
        } finally {
            writer.dispose();
        }
    }
}
