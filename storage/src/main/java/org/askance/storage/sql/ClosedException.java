package org.askance.storage.sql;

import java.nio.file.Path;
import org.askance.storage.told.OfProject;

/// The project was left: nobody waits for the answer any more.
public final class ClosedException extends StorageException {

    private static final long serialVersionUID = 1;

    ClosedException(Path file) {
        super(OfProject.CLOSED.with(file));
    }
}
