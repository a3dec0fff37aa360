package org.askance.storage.told;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /// @param places whose argument each group is
    private record Known(Sentence sentence, Pattern words, List<Integer> places, int letters) {

        static Known of(Sentence sentence) {
            // MessageFormat writes an apostrophe as two.
            String english = sentence.english().replace("''", "'");
            var words = new StringBuilder();
            var places = new ArrayList<Integer>();
            int from = 0;
            int letters = 0;
            for (Matcher place = PLACE.matcher(english); place.find(); from = place.end()) {
                letters += literal(english.substring(from, place.start()), words);
                int number = Integer.parseInt(place.group(1));
                int group = places.indexOf(number);
                words.append(group < 0 ? "(.+?)" : "\\" + (group + 1));
                if (group < 0) {
                    places.add(number);
                }
            }
            letters += literal(english.substring(from), words);
            return new Known(sentence, Pattern.compile(words.toString(), Pattern.DOTALL), List.copyOf(places), letters);
        }

        private static int literal(String text, StringBuilder words) {
            words.append(Pattern.quote(text));
            return (int) text.chars().filter(Character::isLetter).count();
        }
    }

    /// @param letters that were recognised, of its parts too
    private record Read(Told told, int letters) {}

    /// What was kept as `english`.
    public static Told read(String english) {
        return english.length() > MOST_CHARACTERS ? Told.plain(english) : read(english, 0).told;
    }

    /// Of several that it could be, the one that leaves the least unknown.
    private static Read read(String english, int depth) {
        var best = new Read(Told.plain(english), 0);
        if (depth < DEEPEST) {
            for (var known : KNOWN) {
                var found = known.words.matcher(english);
                if (found.matches()) {
                    var read = read(known, found, depth);
                    if (read.letters > best.letters) {
                        best = read;
                    }
                }
            }
        }
        return best;
    }

    private static Read read(Known known, Matcher found, int depth) {
        var arguments = new Object[known.places.size()];
        int letters = known.letters;
        int last = 0;
        for (int i = 0; i < arguments.length; i++) {
            var part = read(found.group(i + 1), depth + 1);
            arguments[known.places.get(i)] = part.told;
            letters += part.letters;
            last = part.letters;
        }
        return new Read(known.sentence.with(arguments), known.letters >= LEAST_LETTERS || last > 0 ? letters : 0);
    }
}
