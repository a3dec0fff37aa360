package org.askance.storage.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/// The examples of a project. Safe from any thread but the FX thread. Every method throws `StorageException` if the
/// project's file cannot be read or written.
public final class ExampleRepository {

    /// Adds without progress or cancelling.
    public Added addAll(Iterable<NewExample> examples) {
        return addAll(examples, _ -> {}, () -> false);
    }

    /// Adds examples in large transactions; those whose key is known change nothing. Images are looked at (header
    /// and content hash) before each transaction; an unusable one marks its example. Cancelling keeps what is in.
    ///
    /// @param seen called with the number of examples dealt with so far
    /// @throws IllegalArgumentException if a label belongs to no task of the project
    public Added addAll(Iterable<NewExample> examples, IntConsumer seen, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException();
    }

    public Optional<Example> find(long id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Example> findByKey(String key) {
        throw new UnsupportedOperationException();
    }

    /// The ids of the examples that pass, in the order they were added.
    public long[] ids(ExampleFilter filter) {
        throw new UnsupportedOperationException();
    }

    public int count(ExampleFilter filter) {
        throw new UnsupportedOperationException();
    }

    /// One page of rows, in the order of `ids`. An id that does not exist is left out.
    public List<ExampleRow> rows(long[] ids) {
        throw new UnsupportedOperationException();
    }

    public Optional<ExampleRow> row(long id) {
        return rows(new long[]{id}).stream().findFirst();
    }

    /// Marks an example as unusable, or as usable again.
    ///
    /// @param problem why its image cannot be used, as a sentence; absent if it can
    public void mark(long id, @Nullable String problem) {
        throw new UnsupportedOperationException();
    }

    /// SHA-256 in hex over keys, texts, image hashes, splits and current labels: equal exactly when a training would
    /// see the same data.
    public String contentHash() {
        throw new UnsupportedOperationException();
    }
}
