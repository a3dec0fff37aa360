package org.askance.app.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Duplicate;

/// Pairs that are the same or nearly, directly or by way of others.
///
/// @param members by id, at least two, in the order they came in
/// @param kinds   how they resemble each other
record DuplicateGroup(List<Member> members, Set<Duplicate.Kind> kinds) {

    /// One pair of a group.
    record Member(long id, String key, Split split) {}

    DuplicateGroup {
        members = List.copyOf(members);
        kinds = Set.copyOf(kinds);
    }

    /// Whether what is learnt from is also measured on.
    boolean straddles() {
        return members.stream().map(Member::split).filter(split -> split != Split.NONE).distinct().count() > 1;
    }

    /// The same picture or text, not only one that resembles it.
    boolean isExact() {
        return kinds.contains(Duplicate.Kind.SAME_IMAGE) || kinds.contains(Duplicate.Kind.SAME_TEXT);
    }

    /// Groups of all that hang together; those that straddle splits first, then exact ones, then by age.
    static List<DuplicateGroup> of(List<Duplicate> duplicates) {
        var parents = new HashMap<Long, Long>();
        var members = new HashMap<Long, Member>();
        for (var each : duplicates) {
            members.put(each.firstId(), new Member(each.firstId(), each.first(), each.firstSplit()));
            members.put(each.secondId(), new Member(each.secondId(), each.second(), each.secondSplit()));
            long one = root(parents, each.firstId());
            long other = root(parents, each.secondId());
            parents.put(Math.max(one, other), Math.min(one, other));
        }
        var groups = new LinkedHashMap<Long, List<Member>>();
        new TreeMap<>(members)
                .forEach((id, member) -> groups.computeIfAbsent(root(parents, id), _ -> new ArrayList<>()).add(member));
        var kinds = new HashMap<Long, EnumSet<Duplicate.Kind>>();
        for (var each : duplicates) {
            kinds.computeIfAbsent(root(parents, each.firstId()), _ -> EnumSet.noneOf(Duplicate.Kind.class))
                    .add(each.kind());
        }
        return groups.entrySet().stream()
                .map(group -> new DuplicateGroup(group.getValue(), kinds.getOrDefault(group.getKey(), NO_KIND)))
                .sorted(Comparator.comparing(DuplicateGroup::straddles).thenComparing(DuplicateGroup::isExact)
                        .reversed())
                .toList();
    }

    private static final EnumSet<Duplicate.Kind> NO_KIND = EnumSet.noneOf(Duplicate.Kind.class);

    private static long root(Map<Long, Long> parents, long id) {
        long at = id;
        for (long up = parents.getOrDefault(at, at); up != at; up = parents.getOrDefault(at, at)) {
            // Halves the way for the next one.
            parents.put(at, parents.getOrDefault(up, up));
            at = up;
        }
        return at;
    }
}
