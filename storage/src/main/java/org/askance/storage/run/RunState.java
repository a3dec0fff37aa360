package org.askance.storage.run;

/// How a training stands. One that a crash cut off is `FAILED` once the project is opened again.
public enum RunState {
    RUNNING, FINISHED, CANCELLED, FAILED
}
