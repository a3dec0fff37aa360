package org.askance.storage.exchange;

/// In what an example of a source differs from the one of its id in the project.
public enum Change {
    TEXT, KNOWLEDGE, IMAGE, SPLIT, LABEL,
    /// Labels that were typed into a table of ours: they become answers of whoever imports it.
    ANSWER
}
