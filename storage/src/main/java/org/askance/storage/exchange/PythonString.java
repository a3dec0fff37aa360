package org.askance.storage.exchange;

import java.util.Locale;
import org.askance.storage.told.OfReading;

/// One Python string literal: either quote, tripled too, with every escape of Python's, prefixes `r` and `u`.
final class PythonString {

    private final String text;
    private final StringBuilder value = new StringBuilder();
    private int at;

    /// Reads the literal that begins at `from`.
    PythonString(String text, int from) throws PythonLiteral.Malformed {
        this.text = text;
        this.at = from;
        read(prefix().toLowerCase(Locale.ROOT).contains("r"));
    }

    /// Whether a string literal begins at `at`.
    static boolean begins(String text, int at) {
        int quote = at;
        while (quote < text.length() && quote - at < 2 && "rRuU".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        return quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
    }

    String value() {
        return value.toString();
    }

    /// Just after the closing quote.
    int end() {
        return at;
    }

    private String prefix() {
        int from = at;
        while (text.charAt(at) != '\'' && text.charAt(at) != '"') {
            at++;
        }
        return text.substring(from, at);
    }

    private void read(boolean raw) throws PythonLiteral.Malformed {
        int from = at;
        String quote = text.substring(at, at + 1);
        String closing = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        at += closing.length();
        while (!text.startsWith(closing, at)) {
            if (at >= text.length()) {
                throw new PythonLiteral.Malformed(OfReading.STRING_UNENDED.with(), from);
            }
            char c = text.charAt(at++);
            if (c != '\\' || at >= text.length()) {
                value.append(c);
            } else if (raw) {
                value.append(c).append(text.charAt(at++));
            } else {
                escape(text.charAt(at++));
            }
        }
        at += closing.length();
    }

    private void escape(char c) throws PythonLiteral.Malformed {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'a' -> value.append('\u0007');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'v' -> value.append('\u000B');
            case '\\', '\'', '"' -> value.append(c);
            case '\n' -> {
            }
            case 'x' -> code(2);
            case 'u' -> code(4);
            case 'U' -> code(8);
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            // As Python does with an escape it does not know.
            default -> value.append('\\').append(c);
        }
    }

    private void code(int digits) throws PythonLiteral.Malformed {
        int end = at + digits;
        int code = 0;
        for (; at < end; at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || code > Character.MAX_CODE_POINT) {
                throw new PythonLiteral.Malformed(OfReading.ESCAPE_DIGITS.with(digits), at);
            }
            code = 16 * code + digit;
        }
        if (!Character.isValidCodePoint(code)) {
            throw new PythonLiteral.Malformed(OfReading.NO_CHARACTER.with(), at);
        }
        value.appendCodePoint(code);
    }

    private void octal() {
        int code = 0;
        at--;
        for (int i = 0; i < 3 && at < text.length() && Character.digit(text.charAt(at), 8) >= 0; i++) {
            code = 8 * code + Character.digit(text.charAt(at++), 8);
        }
        value.append((char) code);
    }

    private void named() throws PythonLiteral.Malformed {
        int close = text.indexOf('}', at);
        if (at >= text.length() || text.charAt(at) != '{' || close < 0 || close - at > 100) {
            throw new PythonLiteral.Malformed(OfReading.NAME_IN_BRACES.with(), at);
        }
        try {
            value.appendCodePoint(Character.codePointOf(text.substring(at + 1, close)));
        } catch (IllegalArgumentException _) {
            throw new PythonLiteral.Malformed(OfReading.NO_CHARACTER_NAMED.with(), at);
        }
        at = close + 1;
    }
}
