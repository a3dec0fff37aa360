package org.askance.storage.embedding;

import java.util.Optional;

/// Embeddings by checkpoint and kind, as files under the project's cache folder. Derived: a file that is missing or
/// damaged reads as absent, and is made again by scoring.
public final class EmbeddingStore {

    /// Adds vectors to those stored; a later vector of the same example replaces the earlier. On return they are on
    /// disk, so that predictions saved after them never lack their vectors.
    ///
    /// @throws IllegalArgumentException if the dimension differs from that of the stored ones
    public void append(long checkpointId, EmbeddingKind kind, Vectors vectors) {
        throw new UnsupportedOperationException();
    }

    /// Stores these vectors in place of all others of this checkpoint and kind.
    public void save(long checkpointId, EmbeddingKind kind, Vectors vectors) {
        throw new UnsupportedOperationException();
    }

    /// All stored vectors of this checkpoint and kind, by ascending example id.
    public Optional<Vectors> load(long checkpointId, EmbeddingKind kind) {
        throw new UnsupportedOperationException();
    }

    /// Removes every vector and projection of a checkpoint.
    public void delete(long checkpointId) {
        throw new UnsupportedOperationException();
    }
}
