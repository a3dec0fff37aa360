package org.askance.storage.exchange;

import java.nio.file.Path;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// One file of a source cannot be read. Where there are others, they are read all the same.
final class UnreadableFile extends ToldException {

    private static final long serialVersionUID = 1;

    private final transient RowProblem problem;

    /// @param reason what is wrong with it, as the end of a sentence that begins with the file
    /// @param remedy a sentence
    UnreadableFile(Path file, Told reason, Told remedy, Throwable cause) {
        this(file, reason, remedy);
        initCause(cause);
    }

    UnreadableFile(Path file, Told reason, Told remedy) {
        super(OfReading.FILE_UNREADABLE.with(file, reason, remedy));
        problem = new RowProblem(file, 0, OfReading.FILE_LEFT_OUT.with(reason), remedy);
    }

    RowProblem problem() {
        return problem;
    }
}
