package org.askance.storage.exchange;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;

/// Reads a Python list of strings, numbers and the like, as `repr` writes it. Nothing is ever evaluated.
final class PythonLiteral {

    private static final int MOST_DIGITS = 1_000;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /// Says what is wrong and where, from 1.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Told told;

        Malformed(Told what, int at) {
            this(OfReading.AT_CHARACTER.with(what, at + 1));
        }

        private Malformed(Told told) {
            super(told.english());
            this.told = told;
        }

        Told told() {
            return told;
        }
    }

    /// Items of `line`, which holds one list: strings, [BigInteger]s, [Double]s; `None`, `True` and `False` are the
    /// strings `null`, `true` and `false`.
    static List<Object> list(String line) throws Malformed {
        var literal = new PythonLiteral(line);
        var items = literal.list();
        literal.space();
        if (literal.at < line.length()) {
            throw new Malformed(OfReading.SOMETHING_FOLLOWS.with(), literal.at);
        }
        return items;
    }

    private List<Object> list() throws Malformed {
        space();
        char close = peek() == '(' ? ')' : ']';
        if (peek() != '[' && peek() != '(') {
            throw new Malformed(OfReading.EXPECTED_BRACKET.with(), at);
        }
        at++;
        var items = new ArrayList<Object>();
        space();
        while (peek() != close) {
            items.add(item());
            space();
            if (peek() == ',') {
                at++;
                space();
            } else if (peek() != close) {
                throw new Malformed(OfReading.EXPECTED_COMMA.with(close), at);
            }
        }
        at++;
        return items;
    }

    private Object item() throws Malformed {
        char c = peek();
        if (PythonString.begins(text, at)) {
            var string = new PythonString(text, at);
            var value = new StringBuilder(string.value());
            at = string.end();
            space();
            // Neighbouring strings are one.
            while (PythonString.begins(text, at)) {
                string = new PythonString(text, at);
                value.append(string.value());
                at = string.end();
                space();
            }
            return value.toString();
        }
        return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9') ? number() : word();
    }

    private Object number() throws Malformed {
        int from = at;
        while (at < text.length() && "+-.0123456789eE_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at).replace("_", "");
        if (digits.length() > MOST_DIGITS) {
            throw new Malformed(OfReading.LONG_NUMBER.with(), from);
        }
        try {
            return digits.matches("[+-]?\\d+") ? new BigInteger(digits) : Double.valueOf(digits);
        } catch (NumberFormatException _) {
            throw new Malformed(OfReading.NO_NUMBER.with(digits), from);
        }
    }

    private String word() throws Malformed {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return switch (text.substring(from, at)) {
            case "None", "nan" -> "null";
            case "True" -> "true";
            case "False" -> "false";
            default -> throw new Malformed(OfReading.EXPECTED_VALUE.with(), from);
        };
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed(OfReading.LIST_UNENDED.with(), at);
        }
        return text.charAt(at);
    }
}
