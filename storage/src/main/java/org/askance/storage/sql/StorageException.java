package org.askance.storage.sql;

/// The project, or a file beside it, cannot be read or written. The message is a sentence that names the file
/// or folder, what is wrong, and what to do; it may be shown to the user as it is.
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
