package org.askance.storage;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;
import org.jspecify.annotations.Nullable;

/// The backup of one opening, made on a thread of its own so that the opening does not wait for it.
final class OpeningBackup implements AutoCloseable {

    /// Small projects are done by then; a large one is stopped, and backed up at the next opening.
    private static final long PATIENCE_MS = 1_000;

    private final @Nullable Backups backups;
    private final CompletableFuture<@Nullable Backup> ending;

    private OpeningBackup(@Nullable Backups backups, CompletableFuture<@Nullable Backup> ending) {
        this.backups = backups;
        this.ending = ending;
    }

    static OpeningBackup none() {
        return new OpeningBackup(null, CompletableFuture.completedFuture(null));
    }

    static OpeningBackup start(Backups backups, String fingerprint) {
        var ending = new CompletableFuture<@Nullable Backup>();
        Thread.ofPlatform().name("backup").daemon().start(() -> {
            try {
                ending.complete(backups.atOpening(fingerprint));
            } catch (RuntimeException e) {
                ending.completeExceptionally(e);
            }
        });
        return new OpeningBackup(backups, ending);
    }

    CompletableFuture<@Nullable Backup> ending() {
        return ending;
    }

    @Override
    public void close() {
        if (backups == null) {
            return;
        }
        if (!ended(PATIENCE_MS)) {
            backups.stop();
            ended(Long.MAX_VALUE);
        }
    }

    private boolean ended(long patienceMs) {
        try {
            ending.get(patienceMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException | CancellationException _) {
            // Told to whoever asked for the ending.
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
