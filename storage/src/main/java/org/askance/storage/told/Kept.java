package org.askance.storage.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sentences that a project keeps in English, as why a picture cannot be used, recognised again by their words, so that
/// they can be said in another language. Whatever else is kept stays as it is: an older version's words, say.
/// Thread-safe.
public final class Kept {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /// With fewer letters of its own, a sentence could be anything: then what it ends in must be known.
    private static final int LEAST_LETTERS = 4;
    /// Longer ones are nobody's sentence, and would take long.
    private static final int MOST_CHARACTERS = 2_000;
    private static final int DEEPEST = 4;

    private static final List<Known> KNOWN = Stream.<Sentence[]>of(OfFile.values(), OfReading.values(),
            OfProject.values(), OfExport.values(), OfFormat.values()).flatMap(Stream::of).map(Known::of).toList();

    private Kept() {}

    /// @param literals what stands before, between and behind its places: one more than these are
    /// @param places   whose argument stands there
    private record Known(Sentence sentence, List<String> literals, List<Integer> places, int letters) {

        static Known of(Sentence sentence) {
            // MessageFormat writes an apostrophe as two.
            String english = sentence.english().replace("''", "'");
            var literals = List.of(PLACE.split(english, -1));
            var places = PLACE.matcher(english).results().map(place -> Integer.parseInt(place.group(1))).toList();
            if (places.stream().distinct().count() < places.size()) {
                throw new IllegalArgumentException(sentence.key() + " names something twice");
            }
            return new Known(sentence, literals, places,
                    (int) String.join("", literals).chars().filter(Character::isLetter).count());
        }

        /// What stands at its places, none of it empty: as little as can be at each but the last. Looked for without
        /// turning back, so that no text, however odd, takes long.
        ///
        /// @return `null` if it is another sentence
        @Nullable
        List<String> parts(String english) {
            String start = literals.getFirst();
            String end = literals.getLast();
            if (places.isEmpty()) {
                return english.equals(start) ? List.of() : null;
            }
            if (!english.startsWith(start) || !english.endsWith(end)) {
                return null;
            }
            var parts = new ArrayList<String>();
            int from = start.length();
            for (String between : literals.subList(1, literals.size() - 1)) {
                int at = english.indexOf(between, from + 1);
                if (at < 0) {
                    return null;
                }
                parts.add(english.substring(from, at));
                from = at + between.length();
            }
            int to = english.length() - end.length();
            if (from >= to) {
                return null;
            }
            parts.add(english.substring(from, to));
            return parts;
        }
    }

    /// @param letters that were recognised, of its parts too
    private record Read(Told told, int letters) {}

    /// What was kept as `english`.
    public static Told read(String english) {
        return english.length() > MOST_CHARACTERS ? Told.plain(english) : read(english, DEEPEST, new HashMap<>()).told;
    }

    /// @param deep how many sentences may still stand in each other
    private record Part(String english, int deep) {}

    /// Of several that it could be, the one that leaves the least unknown.
    ///
    /// @param before what was read already: the same part stands in many readings
    private static Read read(String english, int deep, Map<Part, Read> before) {
        var part = new Part(english, deep);
        var same = before.get(part);
        if (same != null) {
            return same;
        }
        var best = new Read(Told.plain(english), 0);
        if (deep > 0) {
            for (var known : KNOWN) {
                var found = known.parts(english);
                if (found != null) {
                    var read = read(known, found, deep, before);
                    if (read.letters > best.letters) {
                        best = read;
                    }
                }
            }
        }
        before.put(part, best);
        return best;
    }

    private static Read read(Known known, List<String> found, int deep, Map<Part, Read> before) {
        var arguments = new Object[known.places.size()];
        int letters = known.letters;
        int last = 0;
        for (int i = 0; i < arguments.length; i++) {
            var part = read(found.get(i), deep - 1, before);
            arguments[known.places.get(i)] = part.told;
            letters += part.letters;
            last = part.letters;
        }
        return new Read(known.sentence.with(arguments), known.letters >= LEAST_LETTERS || last > 0 ? letters : 0);
    }
}
