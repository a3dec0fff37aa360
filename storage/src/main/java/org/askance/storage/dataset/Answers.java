package org.askance.storage.dataset;

/// Whether an example must have an answer to pass a filter. An answer is one that still stands: undone ones do not count.
public enum Answers {
    ANY, ANSWERED, UNANSWERED
}
