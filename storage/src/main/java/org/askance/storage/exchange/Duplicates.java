package org.askance.storage.exchange;

import java.util.List;

/// Duplicates that were found.
///
/// @param listed     those that straddle splits first; not all if there are very many
/// @param total      how many there are
/// @param straddling how many of them straddle splits
public record Duplicates(List<Duplicate> listed, long total, long straddling) {

    public static final Duplicates NONE = new Duplicates(List.of(), 0, 0);

    public Duplicates {
        listed = List.copyOf(listed);
    }
}
