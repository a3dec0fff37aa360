package org.askance.storage.embedding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.sql.StorageException;
import org.jspecify.annotations.Nullable;

/// Vectors in files under the project's cache, one per checkpoint and kind: 16 bytes of head (magic, format,
/// count, dimension), the ids, the float32 rows, and a CRC32C of all before it; little-endian. A damaged or
/// missing file counts as absent: it can be computed again. Thread-safe.
@SuppressWarnings("ByteBufferBackingArray") // all its buffers are allocated here
public final class EmbeddingStore {

    private static final int MAGIC = 0x31564B41; // AKV1
    private static final int HEAD = 16;

    private final Path folder;

    /// @param folder of the cache; made when something is stored
    public EmbeddingStore(Path folder) {
        this.folder = folder;
    }

    public void save(long checkpoint, EmbeddingKind kind, Vectors vectors) {
        save(file(checkpoint, kind), vectors);
    }

    /// @return `null` if there are none, or the file is damaged
    public @Nullable Vectors load(long checkpoint, EmbeddingKind kind) {
        return load(file(checkpoint, kind));
    }

    /// Keeps 2-D points of a checkpoint's embeddings.
    ///
    /// @param method names how they were made, parameters included; it is part of the file's name
    public void saveProjection(long checkpoint, String method, Vectors points) {
        save(projection(checkpoint, method), points);
    }

    /// @return `null` if there are none, or the file is damaged
    public @Nullable Vectors loadProjection(long checkpoint, String method) {
        return load(projection(checkpoint, method));
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

    private Path file(long checkpoint, EmbeddingKind kind) {
        return folder.resolve(checkpoint + "-" + kind.key() + ".vec");
    }

    private Path projection(long checkpoint, String method) {
        return folder.resolve(
                checkpoint + "-map-" + method.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".vec");
    }

    private static void save(Path file, Vectors vectors) {
        int dimension = vectors.size() == 0 ? 0 : vectors.values()[0].length;
        try {
            AtomicFiles.write(file, stream -> {
                var crc = new CRC32C();
                try (var out = new BufferedOutputStream(stream, 1 << 16)) {
                    var head = buffer(HEAD + 8 * vectors.size());
                    head.putInt(MAGIC).putInt(1).putInt(vectors.size()).putInt(dimension);
                    head.asLongBuffer().put(vectors.examples());
                    crc.update(head.array());
                    out.write(head.array());
                    for (var row : vectors.values()) {
                        var bytes = buffer(4 * dimension);
                        bytes.asFloatBuffer().put(row);
                        crc.update(bytes.array());
                        out.write(bytes.array());
                    }
                    out.write(buffer(8).putLong(crc.getValue()).array());
                }
            });
        } catch (IOException e) {
            throw new StorageException(
                    "Embeddings cannot be written to " + file + ". Check that the disk has room.", e);
        }
    }

    private static @Nullable Vectors load(Path file) {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.limit() < HEAD + 8 || bytes.getInt(0) != MAGIC || bytes.getInt(4) != 1) {
                return null;
            }
            int count = bytes.getInt(8);
            int dimension = bytes.getInt(12);
            var crc = new CRC32C();
            crc.update(bytes.array(), 0, bytes.limit() - 8);
            if (bytes.limit() != HEAD + 8L * count + 4L * count * dimension + 8
                    || crc.getValue() != bytes.getLong(bytes.limit() - 8)) {
                return null;
            }
            var examples = new long[count];
            bytes.position(HEAD).asLongBuffer().get(examples);
            var floats = bytes.position(HEAD + 8 * count).asFloatBuffer();
            var values = new float[count][dimension];
            for (var row : values) {
                floats.get(row);
            }
            return new Vectors(examples, values);
        } catch (IOException e) {
            throw new StorageException("Embeddings cannot be read from " + file + ". Delete the file.", e);
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
