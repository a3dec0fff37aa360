package org.askance.app.labels;

import java.util.Optional;

/// What one person's keys do besides answering, so that a label does not take one of them.
@FunctionalInterface
public interface KeyHolders {

    /// What `key` does, as a sentence; empty if nothing.
    ///
    /// @param key one capital letter, digit or sign
    Optional<String> of(String key);
}
