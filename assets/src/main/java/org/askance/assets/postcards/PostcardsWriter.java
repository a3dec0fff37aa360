package org.askance.assets.postcards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Writes pairs into a folder: `images/*.jpg`, then `postcards.csv`, which names them, and `planted.csv`, which names
/// the labels that are wrong on purpose. Uses every core; call it from a thread that may wait.
public final class PostcardsWriter {

    /// The table of pairs: id, text, image, split, sarcasm, sentiment.
    public static final String PAIRS_FILE = "postcards.csv";

    /// The table of wrong labels: id, task, given, true.
    public static final String PLANTED_FILE = "planted.csv";

    private final Path folder;

    /// @param folder where the files go; made if it is not there
    public PostcardsWriter(Path folder) {
        this.folder = folder;
    }

    /// Told how many of the first pairs have their picture on disk. Called in order, from one thread at a time.
    @FunctionalInterface
    public interface Progress {
        void update(int done, int total);
    }

    /// Writes all pairs of `plan`, the first ones first. The tables come last, so a folder without them is unfinished;
    /// whatever file is there is whole.
    ///
    /// @param cancelled looked at before each picture
    /// @return false if cancelled before all was written
    /// @throws UncheckedIOException naming the file that could not be written
    public boolean write(PostcardsPlan plan, Progress progress, BooleanSupplier cancelled) {
        if (!writeImages(plan, progress, cancelled)) {
            return false;
        }
        writeTables(plan);
        return true;
    }

    /// The two tables of `plan`, without its pictures.
    public void writeTables(PostcardsPlan plan) {
        createFolders();
        List<Postcard> pairs = new ArrayList<>();
        for (int i = 0; i < plan.count(); i++) {
            pairs.add(Postcards.pair(plan, i));
        }
        WholeFile.write(folder.resolve(PLANTED_FILE), PostcardsCsv.planted(pairs));
        WholeFile.write(folder.resolve(PAIRS_FILE), PostcardsCsv.pairs(pairs));
    }

    /// Where the picture of the pair called `key` lies, relative to the folder.
    public static String imagePath(String key) {
        return "images/" + key + ".jpg";
    }

    /// Writes the picture of one pair, over whatever is there.
    ///
    /// @return the file
    /// @throws UncheckedIOException naming the file that could not be written
    public Path writeImage(Postcard pair) {
        createFolders();
        Path file = folder.resolve(imagePath(pair.key()));
        WholeFile.write(file, Jpeg.encode(pair.scene().render(Scene.WIDTH_PX, Scene.HEIGHT_PX)));
        return file;
    }

    /// As [#write], but only the pictures.
    public boolean writeImages(PostcardsPlan plan, Progress progress, BooleanSupplier cancelled) {
        createFolders();
        var next = new AtomicInteger();
        var stopped = new AtomicBoolean();
        var prefix = new Prefix(plan.count(), progress);
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < plan.count() && !stopped.get(); i = next.getAndIncrement()) {
                    if (cancelled.getAsBoolean()) {
                        stopped.set(true);
                        return;
                    }
                    writeImage(Postcards.pair(plan, i));
                    prefix.finished(i);
                }
            } catch (RuntimeException | Error e) {
                stopped.set(true);
                throw e;
            }
        };
        int cores = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(cores,
                Thread.ofPlatform().name("postcards-", 1).daemon().factory())) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < cores; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> future : running) {
                await(future);
            }
        }
        return !stopped.get();
    }

    private void createFolders() {
        Path images = folder.resolve("images");
        try {
            Files.createDirectories(images);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder " + images, e);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a picture could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing postcards", e);
        }
    }

    // Pictures finish out of order; the caller hears of whole prefixes only.
    private static final class Prefix {

        private final boolean[] finished;
        private final Progress progress;
        private int done;

        Prefix(int count, Progress progress) {
            finished = new boolean[count];
            this.progress = progress;
        }

        synchronized void finished(int index) {
            finished[index] = true;
            int before = done;
            while (done < finished.length && finished[done]) {
                done++;
            }
            if (done > before) {
                progress.update(done, finished.length);
            }
        }
    }
}
