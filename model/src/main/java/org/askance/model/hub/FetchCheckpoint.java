package org.askance.model.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;

/// Fetches a checkpoint into a folder: what is needed of it, each file whole and checked. Files that are
/// there and right stay; a fetch that was stopped goes on. Until all is there, [FetchRecord] says so.
public final class FetchCheckpoint {

    private static final String LOCK = "fetching.lock";

    private final HubAccess access;
    private final String repository;
    private final Path folder;
    private final FetchListener listener;

    private FetchCheckpoint(HubAccess access, String repository, Path folder, FetchListener listener) {
        this.access = access;
        this.repository = repository;
        this.folder = folder;
        this.listener = listener;
    }

    /// @param folder made if it is not there
    /// @return the record that now stands in the folder; it is whole
    /// @throws HubException if it cannot be fetched now; what has come is kept
    /// @throws CancellationException once the listener says so; what has come is kept
    public static FetchRecord run(HubAccess access, String repository, Path folder, FetchListener listener) {
        try {
            return new FetchCheckpoint(access, repository, folder, listener).locked();
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (UncheckedIOException e) {
            throw unwritable(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private static HubException unwritable(Path folder, IOException cause) {
        var reason = cause instanceof FileSystemException file && file.getReason() == null
                ? OfHub.MAY_NOT.with()
                : Told.plain(cause.getMessage());
        return new HubException(OfHub.FOLDER_UNWRITABLE.with(folder, reason), cause);
    }

    /// Two programs, or two windows, must not write one file.
    private FetchRecord locked() throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(LOCK);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw busy();
            }
            try (var connection = new HubConnection(access, listener::isCancelled)) {
                return fetch(connection);
            } finally {
                // By its holder only, or another would lock a file that is no longer there.
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException _) {
            throw busy();
        }
    }

    private HubException busy() {
        return new HubException(OfHub.BUSY.with(repository, folder));
    }

    private FetchRecord fetch(HubConnection connection) throws IOException {
        var files = new Retries(access.patience(), listener).run(OfHub.LIST_OF_FILES.with(repository),
                () -> WantedFiles.of(repository, FileList.of(connection, access.hub(), repository)));
        var missing = missing(files);
        var whole = FetchRecord.of(access.hub(), repository, true, files);
        if (!missing.isEmpty()) {
            FetchRecord.of(access.hub(), repository, false, files).write(folder);
            checkRoom(missing);
            fetch(connection, files, missing);
        }
        whole.write(folder);
        deletePartials();
        return whole;
    }

    /// Those that are not there, or not right.
    private List<HubFile> missing(List<HubFile> files) throws IOException {
        long total = total(files);
        long looked = 0;
        var missing = new ArrayList<HubFile>();
        for (var file : files) {
            if (Files.exists(file.in(folder))) {
                listener.checking(looked, total);
            }
            if (!file.is(file.in(folder), listener::isCancelled)) {
                missing.add(file);
            }
            looked += file.bytes();
        }
        return missing;
    }

    private static long total(List<HubFile> files) {
        return files.stream().mapToLong(HubFile::bytes).sum();
    }

    private void fetch(HubConnection connection, List<HubFile> files, List<HubFile> missing) throws IOException {
        long total = total(files);
        long before = total - total(missing);
        for (var file : missing) {
            if (listener.isCancelled()) {
                throw new CancellationException();
            }
            long others = before;
            // A wrong one in its place would be taken for what has come of it.
            Files.deleteIfExists(file.in(folder));
            new Download(connection, access, listener, repository, file, folder, has -> {
                if (has < file.bytes()) {
                    listener.fetching(others + has, total);
                } else {
                    listener.checking(others + has, total);
                }
            }).run();
            before += file.bytes();
            listener.fetching(before, total);
        }
    }

    private void checkRoom(List<HubFile> missing) throws IOException {
        long need = missing.stream().mapToLong(file -> file.bytes() - partial(file)).sum();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (need > free) {
            throw new HubException(OfHub.NO_ROOM.with(repository, Math.ceilDiv(need, 1_000_000), folder,
                    free / 1_000_000));
        }
    }

    private long partial(HubFile file) {
        try {
            var partial = file.partialIn(folder);
            return Files.exists(partial) ? Math.min(file.bytes(), Files.size(partial)) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    /// Left over from an older content of the repository.
    private void deletePartials() throws IOException {
        try (var left = Files.newDirectoryStream(folder, "*.partial")) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
