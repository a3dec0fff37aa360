package org.askance.storage.exchange;

import java.nio.file.Path;

/// A row that could not be used, or not wholly.
///
/// @param line from 1; 0 where the trouble is the file itself
public record RowProblem(Path file, long line, String reason) {

    /// One sentence with file and line.
    public String sentence() {
        return line > 0 ? file + ", line " + line + ": " + reason : file + ": " + reason;
    }
}
