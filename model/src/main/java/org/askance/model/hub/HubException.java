package org.askance.model.hub;

/// A checkpoint cannot be fetched. The message is a sentence that names what was asked for, what went wrong
/// and what to do.
public final class HubException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public HubException(String message) {
        super(message);
    }

    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
