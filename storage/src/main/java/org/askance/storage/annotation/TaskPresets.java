package org.askance.storage.annotation;

/// Names of the two tasks that a new project has.
public final class TaskPresets {

    public static final String SARCASM = "sarcasm";
    public static final String SENTIMENT = "sentiment";

    private TaskPresets() {}
}
