package org.askance.storage.exchange;

import java.nio.file.Path;

/// Something wrong with one row of an import; the rest goes in.
public sealed interface RowProblem {

    /// The file to look into.
    Path file();

    /// Counted from 1.
    int line();

    /// What is wrong and what became of the row, as a sentence.
    String reason();

    /// The row is not in the project.
    record Rejected(Path file, int line, String reason) implements RowProblem {}

    /// The pair is in, but its image cannot be used.
    record UnusableImage(Path file, int line, String reason) implements RowProblem {}

    /// The pair is in, but without this label or split.
    record UnknownValue(Path file, int line, String reason) implements RowProblem {}
}
