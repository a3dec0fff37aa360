package org.askance.model.training;

import org.askance.model.told.Told;

/// A training cannot start or go on. The message is a sentence that says why and what to do.
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Told told;

    public TrainingException(String message) {
        this(Told.plain(message));
    }

    public TrainingException(String message, Throwable cause) {
        this(Told.plain(message), cause);
    }

    public TrainingException(Told told) {
        super(told.english());
        this.told = told;
    }

    public TrainingException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }
}
