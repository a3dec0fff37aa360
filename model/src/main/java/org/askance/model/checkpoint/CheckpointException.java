package org.askance.model.checkpoint;

import org.askance.model.told.Told;

/// A checkpoint cannot be read or written. The message is a sentence that names the file, what is wrong
/// with it, and what to do.
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public CheckpointException(String message) {
        this(Told.plain(message));
    }

    public CheckpointException(String message, Throwable cause) {
        this(Told.plain(message), cause);
    }

    public CheckpointException(Told told) {
        super(told.english());
        this.told = told;
    }

    public CheckpointException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
