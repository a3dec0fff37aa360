package org.askance.storage.sql;

/// The project cannot be read or written. The message is a sentence that names the file and the remedy;
/// nothing was changed.
public sealed class StorageException extends RuntimeException permits DamagedException {

    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
