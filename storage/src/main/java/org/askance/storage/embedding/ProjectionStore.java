package org.askance.storage.embedding;

import java.util.Optional;

/// Projections as files under the project's cache folder. Derived: a missing or damaged file reads as absent.
public final class ProjectionStore {

    /// Stores points in place of those with the same key.
    ///
    /// @param points vectors of dimension 2
    public void save(ProjectionKey key, Vectors points) {
        throw new UnsupportedOperationException();
    }

    /// The points stored under exactly this key.
    public Optional<Vectors> load(ProjectionKey key) {
        throw new UnsupportedOperationException();
    }
}
