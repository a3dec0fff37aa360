package org.askance.model.hub;

import org.askance.model.told.Told;

/// A checkpoint cannot be fetched. The message is a sentence that names what was asked for, what went wrong
/// and what to do.
public final class HubException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public HubException(Told told) {
        super(told.english());
        this.told = told;
    }

    public HubException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
