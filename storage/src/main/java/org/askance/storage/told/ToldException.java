package org.askance.storage.told;

import java.io.IOException;

/// A file cannot be read or written as wanted, with a sentence for people.
public final class ToldException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public ToldException(Told told) {
        super(told.english());
        this.told = told;
    }

    public ToldException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
