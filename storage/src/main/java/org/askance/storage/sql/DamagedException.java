package org.askance.storage.sql;

import java.nio.file.Path;

/// The project's file is no database any more, or one of its pages is damaged. A backup may take its place:
/// see [Backups].
public final class DamagedException extends StorageException {

    private static final long serialVersionUID = 1;

    private final transient Path file;

    DamagedException(Path file, String why, Throwable cause) {
        super(file + " cannot be read, it is damaged: " + why + ". Put a backup in its place; nothing was changed.",
                cause);
        this.file = file;
    }

    /// What is damaged.
    public Path file() {
        return file;
    }
}
