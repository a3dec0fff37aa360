package org.askance.app.ui;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.storage.files.ImageFiles;
import org.jspecify.annotations.Nullable;

/// Decodes pictures in the background at the size shown and keeps the latest. FX thread only.
public final class Pictures {

    /// A decoded picture, or why there is none.
    public sealed interface Picture {
        record Decoded(Image image) implements Picture {}

        /// @param reason a sentence that names the file
        record Unreadable(String reason) implements Picture {}
    }

    private record Key(Path file, int sizePx) {}

    private final Executor executor;
    // Decoding is memory-hungry; more at once than cores gains nothing.
    private final Semaphore decoding = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Map<Key, CompletableFuture<Picture>> kept;

    /// @param most how many pictures are kept
    public Pictures(Executor executor, int most) {
        this.executor = executor;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Picture>> eldest) {
                return size() > most;
            }
        };
    }

    /// Loads `file` so that it fits a square of `sizePx`; `ready` is called on the FX thread, at once if the
    /// picture is here already, and not at all after `cancel`.
    public RunningJob load(Path file, int sizePx, Consumer<Picture> ready) {
        var key = new Key(file, sizePx);
        var picture = kept.get(key);
        if (picture == null) {
            picture = CompletableFuture.supplyAsync(() -> decode(file, sizePx), executor);
            kept.put(key, picture);
        }
        if (picture.isDone()) {
            ready.accept(picture.join());
            return RunningJob.NONE;
        }
        var cancelled = new boolean[1];
        var _ = picture.thenAccept(done -> Platform.runLater(() -> {
            if (!cancelled[0]) {
                ready.accept(done);
            }
        }));
        return () -> cancelled[0] = true;
    }

    /// Decodes ahead of need.
    public void prefetch(@Nullable Path file, int sizePx) {
        if (file != null) {
            var _ = kept.computeIfAbsent(new Key(file, sizePx),
                    key -> CompletableFuture.supplyAsync(() -> decode(key.file, key.sizePx), executor));
        }
    }

    private Picture decode(Path file, int sizePx) {
        decoding.acquireUninterruptibly();
        try {
            // The header first: JavaFX would try to decode a picture of any size.
            if (ImageFiles.inspectHeader(file) instanceof ImageFiles.Inspection.Unusable(String reason)) {
                return new Picture.Unreadable(reason);
            }
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                var image = new Image(in, sizePx, sizePx, true, true);
                if (!image.isError()) {
                    return new Picture.Decoded(image);
                }
            }
            // WebP and CMYK are not JavaFX's, but ImageIO with TwelveMonkeys knows them.
            var decoded = ImageIO.read(file.toFile());
            return decoded == null
                    ? new Picture.Unreadable(file + " is not a picture that can be read.")
                    : new Picture.Decoded(SwingFXUtils.toFXImage(decoded, null));
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with any unchecked exception.
            return new Picture.Unreadable(file + " is damaged: " + e.getMessage() + ".");
        } finally {
            decoding.release();
        }
    }
}
