package org.askance.app.manual;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text to be searched: small letters without marks, each beside the place it came from.
///
/// @param origins where in `text` each folded character stands
record FoldedText(String text, String folded, int[] origins) {

    private static final int BEFORE = 30;
    private static final int AFTER = 90;

    static FoldedText of(String text) {
        var folded = new StringBuilder();
        var origins = new int[3 * text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < apart.length(); i++) {
                if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK
                        && folded.length() < origins.length) {
                    origins[folded.length()] = at;
                    folded.append(apart.charAt(i));
                }
            }
            at += Character.charCount(letter);
        }
        return new FoldedText(text, folded.toString(), Arrays.copyOf(origins, folded.length()));
    }

    static List<String> words(String text) {
        return Arrays.stream(of(text).folded.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /// A piece of the text around the first of `words`; its beginning if none stands in it.
    String around(List<String> words) {
        int found = words.stream().mapToInt(folded::indexOf).filter(index -> index >= 0).min().orElse(-1);
        int at = found < 0 ? 0 : origins[found];
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.length(), at + AFTER);
        // Whole words only.
        from = from == 0 ? 0 : text.indexOf(' ', from) + 1;
        int space = to == text.length() ? to : text.lastIndexOf(' ', to);
        to = space > at ? space : to;
        return (from > 0 ? "… " : "") + text.substring(Math.min(from, at), to) + (to < text.length() ? " …" : "");
    }
}
