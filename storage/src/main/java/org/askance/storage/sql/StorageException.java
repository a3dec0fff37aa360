package org.askance.storage.sql;

import org.askance.storage.told.Told;

/// The project cannot be read or written. The message is a sentence that names the file and the remedy;
/// nothing was changed.
public sealed class StorageException extends RuntimeException permits ClosedException,
        DamagedException {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public StorageException(String message) {
        this(Told.plain(message));
    }

    public StorageException(String message, Throwable cause) {
        this(Told.plain(message), cause);
    }

    public StorageException(Told told) {
        super(told.english());
        this.told = told;
    }

    public StorageException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
