package org.askance.storage.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.askance.storage.dataset.Split;

/// Gathers duplicates; beyond ten thousand they are only counted.
final class DuplicateList {

    private static final int MOST = 10_000;

    /// One example of a group of duplicates.
    record Member(long id, String key, Split split, String text) {}

    private final long after;
    private final List<Duplicate> straddling = new ArrayList<>();
    private final List<Duplicate> others = new ArrayList<>();
    private long total;
    private long across;

    /// @param after only those count of which one has a higher id
    DuplicateList(long after) {
        this.after = after;
    }

    /// @param first the one with the lower id
    void add(Duplicate.Kind kind, Member first, Member second) {
        if (second.id <= after) {
            return;
        }
        var duplicate = new Duplicate(kind, first.id, first.key, first.split, second.id, second.key,
                second.split);
        total++;
        across += duplicate.straddles() ? 1 : 0;
        var list = duplicate.straddles() ? straddling : others;
        if (list.size() < MOST) {
            list.add(duplicate);
        }
    }

    Duplicates result() {
        return new Duplicates(Stream.concat(straddling.stream(), others.stream()).limit(MOST).toList(), total, across);
    }
}
