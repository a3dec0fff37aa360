package org.askance.model.input;

/// A picture cannot be decoded. The message is a sentence that names the file and the reason.
public final class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableImageException(String message) {
        super(message);
    }

    public UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
