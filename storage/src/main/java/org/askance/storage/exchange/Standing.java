package org.askance.storage.exchange;

import java.util.Set;

/// How an example of a source stands to the project.
public sealed interface Standing {

    /// Nothing of its id is there.
    record New() implements Standing {}

    /// It is there, the same or with `changes`.
    record Known(long id, Set<Change> changes) implements Standing {
        public Known {
            changes = Set.copyOf(changes);
        }
    }
}
