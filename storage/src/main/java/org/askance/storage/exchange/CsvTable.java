package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.sql.StorageException;

/// A CSV or TSV file with a header, one pair a row.
public record CsvTable(Path path, ColumnMapping mapping) implements ExampleSource {

    /// Header and first `rows` rows of a table.
    ///
    /// @param tasks whose names are looked for among the columns
    /// @throws StorageException if the file cannot be read or has no header
    public static TablePreview preview(Path file, int rows, List<TaskDefinition> tasks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<Row> rows(List<TaskDefinition> tasks) {
        throw new UnsupportedOperationException();
    }
}
