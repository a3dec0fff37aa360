package org.askance.model.checkpoint;

/// A checkpoint cannot be read or written. The message is a sentence that names the file, what is wrong
/// with it, and what to do.
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
