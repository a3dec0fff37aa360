package org.askance.storage.exchange;

import java.nio.file.Path;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;

/// A row that could not be used, or not wholly.
///
/// @param line from 1, in what its format counts; 0 where the trouble is the file itself
/// @param why  part of a sentence
/// @param help what a person can do, as a sentence
public record RowProblem(Path file, long line, Told why, Told help) {

    /// A problem that is mended in the file.
    public RowProblem(Path file, long line, Told why) {
        this(file, line, why, OfReading.MEND_IN_FILE.with());
    }

    /// Why, in English.
    public String reason() {
        return why.english();
    }

    /// What can be done, in English.
    public String remedy() {
        return help.english();
    }

    /// One sentence with file and line.
    public Told told(Format format) {
        return line > 0
                ? (switch (format.counted()) {
                    case LINE -> OfReading.AT_LINE;
                    case ITEM -> OfReading.AT_ITEM;
                    case ROW -> OfReading.AT_ROW;
                }).with(file, line, why)
                : OfReading.AT_FILE.with(file, why);
    }

    /// One sentence with file and line, in English.
    public String sentence(Format format) {
        return told(format).english();
    }
}
