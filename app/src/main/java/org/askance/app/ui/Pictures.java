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
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.model.input.ImageReader;
import org.askance.model.input.Resampling;
import org.askance.model.input.UnreadableImageException;
import org.askance.storage.files.ImageFiles;
import org.askance.storage.told.Kept;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Decodes pictures in the background, at the size shown and as the camera was held, and keeps the latest. FX thread
/// only.
public final class Pictures {

    /// A decoded picture, or why there is none.
    public sealed interface Picture {
        record Decoded(Image image) implements Picture {}

        /// @param told a sentence that names the file
        record Unreadable(Told told) implements Picture {}
    }

    private record Key(Path file, int sizePx) {}

    private final Executor executor;
    // Decoding is memory-hungry; more at once than cores gains nothing.
    private final Semaphore decoding = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final long mostBytes;
    /// The least recently used first.
    private final Map<Key, CompletableFuture<Picture>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    /// @param mostBytes what the pictures kept may take, decoded; the one just loaded is kept whatever it takes
    public Pictures(Executor executor, long mostBytes) {
        this.executor = executor;
        this.mostBytes = mostBytes;
    }

    /// Loads `file` so that it fits a square of `sizePx`, never larger than it is; `ready` is called on the FX
    /// thread, at once if the picture is here already, and not at all after `cancel`.
    public RunningJob load(Path file, int sizePx, Consumer<Picture> ready) {
        var picture = picture(new Key(file, sizePx));
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
            var _ = picture(new Key(file, sizePx));
        }
    }

    private CompletableFuture<Picture> picture(Key key) {
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var picture = CompletableFuture.supplyAsync(() -> decode(key.file, key.sizePx), executor);
        kept.put(key, picture);
        var _ = picture.thenAccept(done -> Platform.runLater(() -> keep(key, picture, done)));
        return picture;
    }

    private void keep(Key key, CompletableFuture<Picture> picture, Picture done) {
        switch (done) {
            case Picture.Decoded(var image) -> keptBytes += bytes(image);
            // It may be mended by the next time.
            case Picture.Unreadable _ -> kept.remove(key, picture);
        }
        var eldest = kept.entrySet().iterator();
        while (keptBytes > mostBytes && eldest.hasNext()) {
            var entry = eldest.next();
            if (!entry.getKey().equals(key) && entry.getValue().isDone()
                    && entry.getValue().join() instanceof Picture.Decoded(var image)) {
                keptBytes -= bytes(image);
                eldest.remove();
            }
        }
    }

    private static long bytes(Image image) {
        return 4L * (long) image.getWidth() * (long) image.getHeight();
    }

    private Picture decode(Path file, int sizePx) {
        decoding.acquireUninterruptibly();
        try {
            // The header first: JavaFX would try to decode a picture of any size.
            return switch (ImageFiles.inspectHeader(file)) {
                case ImageFiles.Inspection.Unusable(Told told) -> new Picture.Unreadable(told);
                case ImageFiles.Inspection.Usable usable -> decode(file, sizePx, usable);
            };
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with any unchecked exception.
            return new Picture.Unreadable(OfFile.DAMAGED_BY.with(file, Told.plain(e.getMessage())));
        } catch (UnreadableImageException e) {
            return new Picture.Unreadable(Kept.read(e.told().english()));
        } catch (OutOfMemoryError _) {
            return new Picture.Unreadable(OfFile.NEEDS_MEMORY.with(file));
        } finally {
            decoding.release();
        }
    }

    private static Picture decode(Path file, int sizePx, ImageFiles.Inspection.Usable header)
            throws IOException, UnreadableImageException {
        if (ImageReader.isTurned(file)) {
            return new Picture.Decoded(upright(file, sizePx));
        }
        boolean larger = Math.max(header.widthPx(), header.heightPx()) > sizePx;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var image = larger ? new Image(in, sizePx, sizePx, true, true) : new Image(in);
            if (!image.isError()) {
                return new Picture.Decoded(image);
            }
        }
        // WebP and CMYK are not JavaFX's, but ImageIO with TwelveMonkeys knows them.
        var decoded = ImageIO.read(file.toFile());
        return decoded == null
                ? new Picture.Unreadable(OfFile.NO_PICTURE.with(file))
                : new Picture.Decoded(SwingFXUtils.toFXImage(decoded, null));
    }

    /// JavaFX does not know how a camera was held.
    private static Image upright(Path file, int sizePx) throws UnreadableImageException {
        var read = ImageReader.read(file);
        double scale = Math.min(1, (double) sizePx / Math.max(read.width(), read.height()));
        int width = Math.max(1, (int) Math.round(scale * read.width()));
        int height = Math.max(1, (int) Math.round(scale * read.height()));
        var fitted = scale < 1 ? Resampling.BILINEAR.resize(read, width, height) : read;
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getByteRgbInstance(), fitted.rgb(), 0,
                3 * width);
        return image;
    }
}
