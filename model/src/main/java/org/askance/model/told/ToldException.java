package org.askance.model.told;

import java.io.IOException;

/// A file cannot be read as wanted, with a sentence for people.
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

    /// What `failure` says, in any language if it can.
    public static Told of(IOException failure) {
        return failure instanceof ToldException known ? known.told : Told.plain(failure.getMessage());
    }
}
