package org.askance.storage.dataset;

/// Which part of the dataset an example belongs to. `NONE` is trained on by nobody until someone assigns it.
public enum Split {
    TRAIN, VALIDATION, TEST, NONE
}
