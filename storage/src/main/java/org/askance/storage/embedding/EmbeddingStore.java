package org.askance.storage.embedding;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.jspecify.annotations.Nullable;

/// Vectors in files under the project's cache: one per checkpoint and kind that embeddings are appended to, and one
/// per projection. What is damaged or missing counts as absent: it can be computed again. Thread-safe.
public final class EmbeddingStore {

    private final Path folder;

    /// @param folder of the cache; made when something is stored
    public EmbeddingStore(Path folder) {
        this.folder = folder;
    }

    /// Adds embeddings of the same examples in every kind; on return they are on disk. An example that has some
    /// already has the new ones from now on. After a kill in the middle the examples count as having none.
    ///
    /// @param vectors of every kind
    public synchronized void append(long checkpoint, Map<EmbeddingKind, Vectors> vectors) {
        for (var kind : EmbeddingKind.values()) {
            var file = file(checkpoint, kind);
            var of = Objects.requireNonNull(vectors.get(kind));
            try {
                append(file, VectorBlock.encode(of, Precision.sufficient(of.values())));
            } catch (IOException e) {
                throw new StorageException(OfProject.VECTORS_NOT_WRITTEN.with(file), e);
            }
        }
    }

    /// Never cuts the file short: others may have mapped it. What was cut off stays before the block and is skipped.
    private static void append(Path file, ByteBuffer block) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = Math.ceilDiv(channel.size(), VectorBlock.ALIGNMENT) * VectorBlock.ALIGNMENT;
            while (block.hasRemaining()) {
                at += channel.write(block, at);
            }
            channel.force(true);
        }
    }

    /// Opens a checkpoint's embeddings where they lie; close it after use.
    public Embeddings open(long checkpoint) {
        try {
            return new Embeddings(kind -> file(checkpoint, kind));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /// Ids of the examples that have embeddings by `checkpoint`, of every kind.
    public Set<Long> examples(long checkpoint) {
        try (var embeddings = open(checkpoint)) {
            var examples = HashSet.<Long>newHashSet(embeddings.size());
            for (long example : embeddings.examples()) {
                examples.add(example);
            }
            return examples;
        }
    }

    /// All of one kind, of the examples that have every kind.
    ///
    /// @return `null` if there are none
    public @Nullable Vectors load(long checkpoint, EmbeddingKind kind) {
        try (var embeddings = open(checkpoint)) {
            return embeddings.size() == 0 ? null : embeddings.all(kind);
        }
    }

    /// Keeps 2-D points of a checkpoint's embeddings.
    ///
    /// @param method names how they were made, parameters included; it is part of the file's name
    public void saveProjection(long checkpoint, String method, Vectors points) {
        var file = projection(checkpoint, method);
        try {
            AtomicFiles.write(file, out -> out.write(VectorBlock.encode(points, Precision.FLOAT32).array()));
        } catch (IOException e) {
            throw new StorageException(OfProject.PROJECTION_NOT_WRITTEN.with(file), e);
        }
    }

    /// @return `null` if there are none, or the file is damaged
    public @Nullable Vectors loadProjection(long checkpoint, String method) {
        var file = projection(checkpoint, method);
        return Files.exists(file) ? points(file) : null;
    }

    private static @Nullable Vectors points(Path file) {
        try {
            var bytes = MemorySegment.ofArray(Files.readAllBytes(file));
            var block = VectorBlock.at(bytes, 0);
            return block == null ? null : block.decode(bytes);
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
            throw new StorageException(OfProject.PROJECTIONS_NOT_DELETED.with(folder), e);
        }
    }

    private Path file(long checkpoint, EmbeddingKind kind) {
        return folder.resolve(checkpoint + "-" + kind.key() + ".vec");
    }

    private Path projection(long checkpoint, String method) {
        return folder.resolve(
                checkpoint + "-map-" + method.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".vec");
    }

    private static StorageException unreadable(Path file, IOException cause) {
        return new StorageException(OfProject.VECTORS_NOT_READ.with(file), cause);
    }
}
