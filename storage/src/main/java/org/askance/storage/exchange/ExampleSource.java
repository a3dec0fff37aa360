package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.askance.storage.annotation.TaskDefinition;

/// An outside folder or file of pairs, ready to be imported.
public sealed interface ExampleSource permits GuidFolder, CsvTable {

    Path path();

    /// Reads row by row; close the stream to close the files.
    Stream<Row> rows(List<TaskDefinition> tasks);
}
