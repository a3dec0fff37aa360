package org.askance.storage.exchange;

import java.nio.file.Path;

/// A row that could not be used, or not wholly.
///
/// @param line   from 1, in what its format counts; 0 where the trouble is the file itself
/// @param remedy what a person can do, as a sentence
public record RowProblem(Path file, long line, String reason, String remedy) {

    private static final String USUAL = "Mend it in the file and import that again: what is there already stays.";

    /// A problem that is mended in the file.
    public RowProblem(Path file, long line, String reason) {
        this(file, line, reason, USUAL);
    }

    /// One sentence with file and line.
    public String sentence(Format format) {
        return line > 0
                ? file + ", " + format.counted().word() + " " + line + ": " + reason
                : file + ": " + reason;
    }
}
