package org.askance.app.report;

import java.text.BreakIterator;
import java.util.Locale;

/// Two texts, each in one line and cut so that the place where they part is seen.
///
/// @param was     the old one
/// @param becomes the new one
public record Parting(String was, String becomes) {

    /// Characters that both share and that are shown before the place.
    private static final int BEFORE = 32;
    private static final String DOTS = "…";

    /// @param most characters of each, but for the dots that stand for what is left out
    public static Parting of(String was, String becomes, int most) {
        String old = line(was);
        String now = line(becomes);
        if (old.equals(now)) {
            // Only spaces and line ends differ, which else nobody sees.
            old = signs(was);
            now = signs(becomes);
        }
        int from = from(old, now, most);
        return new Parting(cut(old, from, most), cut(now, from, most));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String signs(String text) {
        return text.replace("\r\n", "↵").replace('\n', '↵').replace('\r', '↵').replace('\t', '⇥').replace(' ', '␣');
    }

    /// Where both begin to be shown: at their beginning if the place is near, else a few words before it.
    private static int from(String old, String now, int most) {
        int shared = 0;
        int end = Math.min(old.length(), now.length());
        while (shared < end && old.charAt(shared) == now.charAt(shared)) {
            shared++;
        }
        if (Math.max(old.length(), now.length()) <= most || shared <= BEFORE) {
            return 0;
        }
        int space = old.indexOf(' ', shared - BEFORE);
        return space >= 0 && space < shared ? space + 1 : boundary(old, shared - BEFORE);
    }

    private static String cut(String text, int from, int most) {
        int start = Math.min(from, text.length());
        int end = text.length() - start <= most ? text.length() : boundary(text, start + most);
        return (start > 0 ? DOTS : "") + text.substring(start, end) + (end < text.length() ? DOTS : "");
    }

    /// The last place at or before `at` that is within no letter with its marks and no emoji of several signs.
    private static int boundary(String text, int at) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters.isBoundary(at) ? at : letters.preceding(at);
    }
}
