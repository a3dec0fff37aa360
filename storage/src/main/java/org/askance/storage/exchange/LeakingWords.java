package org.askance.storage.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words by which MMSD's texts give their label away. Everyone who reports on MMSD leaves those rows out.
final class LeakingWords {

    private static final Set<String> WORDS = Set.of("exgag", "sarcasm", "sarcastic", "reposting", "<url>", "joke",
            "humour", "humor", "jokes", "irony", "ironic");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private LeakingWords() {}

    static boolean in(String text) {
        return SPACE.splitAsStream(text.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
    }
}
