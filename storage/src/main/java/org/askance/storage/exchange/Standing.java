package org.askance.storage.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How an example of a source stands to the project.
public sealed interface Standing {

    /// Nothing of its id is there.
    record New() implements Standing {}

    /// It is there, the same or with `differences`, those of one kind beside each other.
    record Known(long id, List<Difference> differences) implements Standing {
        public Known {
            differences = List.copyOf(differences);
        }

        /// The kinds of its differences.
        public Set<Change> changes() {
            var changes = EnumSet.noneOf(Change.class);
            differences.forEach(difference -> changes.add(difference.change()));
            return changes;
        }
    }
}
