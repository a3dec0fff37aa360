package org.askance.storage.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.sql.StorageException;
import org.jspecify.annotations.Nullable;

/// Vectors in files under the project's cache: one per checkpoint that embeddings are appended to, and one per
/// projection. What is damaged or missing counts as absent: it can be computed again. Thread-safe.
public final class EmbeddingStore {

    private final Path folder;
    private final Map<Long, Long> ends = new HashMap<>();

    /// @param folder of the cache; made when something is stored
    public EmbeddingStore(Path folder) {
        this.folder = folder;
    }

    /// Adds embeddings of the same examples in every kind; on return they are on disk, all kinds or none. An
    /// example that has some already has the new ones from now on.
    public synchronized void append(long checkpoint, Map<EmbeddingKind, Vectors> vectors) {
        var file = file(checkpoint);
        try {
            Long known = Files.exists(file) ? ends.get(checkpoint) : null;
            var embeddings = new EmbeddingFile(file);
            ends.put(checkpoint, embeddings.append(vectors, known == null ? embeddings.end() : known));
        } catch (IOException e) {
            ends.remove(checkpoint);
            throw new StorageException(
                    "Embeddings cannot be written to " + file + ". Check that the disk has room.", e);
        }
    }

    /// Ids of the examples that have embeddings by `checkpoint`, of every kind.
    public synchronized Set<Long> examples(long checkpoint) {
        try {
            return new EmbeddingFile(file(checkpoint)).examples();
        } catch (IOException e) {
            throw unreadable(file(checkpoint), e);
        }
    }

    /// @return `null` if there are none
    public synchronized @Nullable Vectors load(long checkpoint, EmbeddingKind kind) {
        try {
            var vectors = new EmbeddingFile(file(checkpoint)).load(kind);
            return vectors.size() == 0 ? null : vectors;
        } catch (IOException e) {
            throw unreadable(file(checkpoint), e);
        }
    }

    /// Keeps 2-D points of a checkpoint's embeddings.
    ///
    /// @param method names how they were made, parameters included; it is part of the file's name
    public void saveProjection(long checkpoint, String method, Vectors points) {
        var file = projection(checkpoint, method);
        try {
            AtomicFiles.write(file, out -> out.write(VectorBlock.encode(points).array()));
        } catch (IOException e) {
            throw new StorageException("A projection cannot be written to " + file + ". Check that the disk has room.",
                    e);
        }
    }

    /// @return `null` if there are none, or the file is damaged
    public @Nullable Vectors loadProjection(long checkpoint, String method) {
        var file = projection(checkpoint, method);
        try {
            return Files.exists(file) ? VectorBlock.decodeAll(Files.readAllBytes(file)) : null;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Forgets everything computed from a checkpoint's embeddings; the next save starts anew.
    public void forgetProjections(long checkpoint) {
        try (var files = Files.isDirectory(folder)
                ? Files.newDirectoryStream(folder, checkpoint + "-map-*.vec")
                : null) {
            if (files != null) {
                for (var file : files) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new StorageException("Old projections in " + folder
                    + " cannot be deleted. Check that the folder may be written.", e);
        }
    }

    private Path file(long checkpoint) {
        return folder.resolve(checkpoint + "-embeddings.vec");
    }

    private Path projection(long checkpoint, String method) {
        return folder.resolve(
                checkpoint + "-map-" + method.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".vec");
    }

    private static StorageException unreadable(Path file, IOException cause) {
        return new StorageException("Embeddings cannot be read from " + file + ". Delete the file.", cause);
    }
}
