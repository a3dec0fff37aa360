package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Path;

/// One file of a source cannot be read. Where there are others, they are read all the same.
final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1;

    private final transient RowProblem problem;

    /// @param reason what is wrong with it, as the end of a sentence that begins with the file
    /// @param remedy a sentence
    UnreadableFile(Path file, String reason, String remedy, Throwable cause) {
        this(file, reason, remedy);
        initCause(cause);
    }

    UnreadableFile(Path file, String reason, String remedy) {
        super(file + " " + reason + ". " + remedy);
        problem = new RowProblem(file, 0, "it " + reason + "; the file is left out", remedy);
    }

    RowProblem problem() {
        return problem;
    }
}
