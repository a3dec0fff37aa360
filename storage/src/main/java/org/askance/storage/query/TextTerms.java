package org.askance.storage.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Cuts and folds text as the full-text index does (`unicode61 remove_diacritics 2`), and tells which part of a
/// query must be looked for in another way.
final class TextTerms {

    private TextTerms() {}

    /// Free text as a query.
    ///
    /// @param exact whether the last word must be whole
    static Query query(String text, boolean exact) {
        String stripped = text.strip();
        if (isUndivided(stripped)) {
            return new Query.Part(stripped);
        }
        var parts = new ArrayList<Query>();
        var tokens = tokens(stripped);
        if (!tokens.isEmpty()) {
            parts.add(new Query.Words(tokens, !exact));
        }
        var symbols = symbols(stripped);
        if (!symbols.isEmpty()) {
            parts.add(new Query.Symbols(List.copyOf(symbols)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    /// Whether there are characters of a script that is written without spaces: there a word of the index is a
    /// whole clause.
    private static boolean isUndivided(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
    }

    /// Code points of a text that are emoji or other symbols, which the text index leaves out.
    static Set<String> symbols(String text) {
        var symbols = new LinkedHashSet<String>();
        text.codePoints().filter(TextTerms::isSymbol).forEach(c -> symbols.add(Character.toString(c)));
        return symbols;
    }

    static boolean isSymbol(int c) {
        if (c < 0x80) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL;
    }

    static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var token = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isTokenCharacter(c)) {
                token.appendCodePoint(folded(c));
            } else if ((c < 0x300 || c > 0x331) && !token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        });
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    static boolean isTokenCharacter(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER
                || type == Character.PRIVATE_USE;
    }

    /// Small, and without marks where a plain Latin letter carries them.
    private static int folded(int c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        if (isNew(c)) {
            return c;
        }
        int upper = c == 'ı' ? c : Character.toUpperCase(c);
        int lower = Character.toLowerCase(upper);
        String apart = Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD);
        return apart.length() > 1 && apart.charAt(0) < 0x80 && lower != 'ǡ' ? apart.charAt(0) : lower;
    }

    /// Letters that got their capitals after SQLite's tables (Unicode 6.1) were made.
    private static boolean isNew(int c) {
        return c == 0x37F || c == 0x3F3 || (c >= 0x528 && c <= 0x52F) || (c >= 0x13A0 && c <= 0x13FF)
                || (c >= 0x1C80 && c <= 0x1CBF);
    }
}
