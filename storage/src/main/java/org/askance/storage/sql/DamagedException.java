package org.askance.storage.sql;

import java.nio.file.Path;
import org.askance.storage.told.OfProject;

/// The project's file is no database any more, or one of its pages is damaged. A backup may take its place:
/// see [Backups].
public final class DamagedException extends StorageException {

    private static final long serialVersionUID = 1;

    private final transient Path file;

    DamagedException(Path file, String why, Throwable cause) {
        super(OfProject.DAMAGED.with(file, why), cause);
        this.file = file;
    }

    /// What is damaged.
    public Path file() {
        return file;
    }
}
