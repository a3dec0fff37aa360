package org.askance.storage.exchange;

import org.askance.storage.told.Told;

/// Texts without what breaks a row, a font or a tokenizer.
final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /// Without control characters (but line breaks and tabs) and byte order marks; half a surrogate pair becomes
    /// the replacement character.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSuspect(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /// With all that the sentence names cleaned.
    static Told of(Told told) {
        return new Told(told.sentence(), told.arguments().stream()
                .<Object>map(one -> one instanceof Told part ? of(part) : of(String.valueOf(one))).toList());
    }

    private static String cleaned(String text, int from) {
        var clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append(REPLACEMENT);
            } else if (!isDropped(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isSuspect(char c) {
        return Character.isSurrogate(c) || isDropped(c);
    }

    static boolean isDropped(char c) {
        if (c < ' ') {
            return c != '\n' && c != '\r' && c != '\t';
        }
        return (c >= 0x7F && c <= 0x9F) || c == '\uFEFF' || c == '\uFFFE';
    }
}
