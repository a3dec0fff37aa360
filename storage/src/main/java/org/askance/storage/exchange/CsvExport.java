package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRepository;

/// Writes examples as a CSV table in UTF-8: `id, text, image, split`, and per task `<task>` (current label),
/// `<task>_given`, `<task>_predicted` and `<task>_confidence`. It reads back in through `CsvTable`.
public final class CsvExport {

    private final ExampleRepository examples;
    private final TaskRepository tasks;

    public CsvExport(ExampleRepository examples, TaskRepository tasks) {
        this.examples = examples;
        this.tasks = tasks;
    }

    /// Writes the examples that pass `filter` beside `file`, then moves the whole file there; cancelled, it leaves
    /// `file` as it was.
    ///
    /// @param written called with the number of rows written so far
    /// @return how many rows are in the file; 0 if cancelled
    public int write(ExampleFilter filter, Path file, IntConsumer written, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException(file + " " + examples + tasks);
    }
}
