package org.askance.storage.exchange;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.sql.StorageException;

/// Brings pairs from outside into a project. A bad row never stops it.
public final class Importer {

    private final ExampleRepository examples;
    private final TaskRepository tasks;

    public Importer(ExampleRepository examples, TaskRepository tasks) {
        this.examples = examples;
        this.tasks = tasks;
    }

    /// Imports all rows; what is there already stays as it is. Cancelling keeps what is in.
    ///
    /// @param seen called with the number of rows dealt with so far
    /// @throws StorageException if the source cannot be read at all, or lacks a mapped column
    public ImportReport run(ExampleSource source, IntConsumer seen, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException(source + " " + examples + tasks);
    }
}
