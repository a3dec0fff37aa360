package org.askance.model.input;

import org.askance.model.told.Told;

/// A picture cannot be decoded. The message is a sentence that names the file and the reason.
public final class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public UnreadableImageException(Told told) {
        super(told.english());
        this.told = told;
    }

    public UnreadableImageException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
