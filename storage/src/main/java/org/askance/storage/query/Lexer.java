package org.askance.storage.query;

import java.util.ArrayList;
import java.util.List;

/// Cuts a query's text into tokens. Never fails: whatever is no term is text.
final class Lexer {

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        while (lexer.skipSpace()) {
            tokens.add(lexer.token());
        }
        return tokens;
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private Token token() {
        int from = at;
        char c = text.charAt(at);
        if (c == '(') {
            return new Token.Open(from, ++at);
        }
        if (c == ')') {
            return new Token.Close(from, ++at);
        }
        if (c == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1)) && text.charAt(at + 1) != ')') {
            return new Token.Minus(from, ++at);
        }
        if (isQuote(c)) {
            return quoted(from);
        }
        int field = fieldEnd();
        return field < 0 ? word(from) : term(from, field);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }

    private Token quoted(int from) {
        int end = closing(from);
        if (end < 0) {
            at = text.length();
            return new Token.Unclosed(from, at);
        }
        at = end + 1;
        return new Token.Text(inside(from, end), true, from, at);
    }

    private int closing(int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (isQuote(text.charAt(i))) {
                if (!text.startsWith("\"\"", i)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /// Inside quotation marks, two stand for one.
    private String inside(int from, int end) {
        return text.substring(from + 1, end).replace("\"\"", "\"");
    }

    /// Where a field's name ends, if a name, a sign and a value stand here; else −1.
    private int fieldEnd() {
        int end = at;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == at || end == text.length() || signAt(end).isEmpty()) {
            return -1;
        }
        int value = end + signAt(end).length();
        boolean address = text.startsWith("//", value);
        boolean follows = value < text.length() && !isSpace(text.charAt(value)) && text.charAt(value) != ')';
        return follows && !address ? end : -1;
    }

    private String signAt(int index) {
        for (var sign : List.of("<=", ">=", "<", ">", ":", "=")) {
            if (text.startsWith(sign, index)) {
                return sign;
            }
        }
        return "";
    }

    private Token word(int from) {
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '(' && text.charAt(at) != ')'
                && !isQuote(text.charAt(at))) {
            at++;
        }
        return new Token.Text(text.substring(from, at), false, from, at);
    }

    private Token term(int from, int fieldTo) {
        String sign = signAt(fieldTo);
        at = fieldTo + sign.length();
        var values = new ArrayList<Token.Value>();
        boolean more;
        do {
            int valueFrom = at;
            if (at < text.length() && isQuote(text.charAt(at))) {
                int end = closing(at);
                if (end < 0) {
                    at = text.length();
                    return new Token.Unclosed(valueFrom, at);
                }
                at = end + 1;
                String inner = at < text.length() && text.charAt(at) != ':' ? signAt(at) : "";
                values.add(new Token.Value(inside(valueFrom, end), true, valueFrom, at, inner));
                at += inner.length();
            } else {
                while (at < text.length() && !endsValue(text.charAt(at)) && (signAt(at).isEmpty()
                        || text.charAt(at) == ':')) {
                    at++;
                }
                String inner = at < text.length() ? signAt(at) : "";
                values.add(new Token.Value(text.substring(valueFrom, at), false, valueFrom, at, inner));
                at += inner.length();
            }
            more = !values.getLast().sign().isEmpty();
            if (!more && at < text.length() && text.charAt(at) == ',') {
                at++;
                more = true;
            }
        } while (more);
        return new Token.Term(text.substring(from, fieldTo), fieldTo, sign, List.copyOf(values), from, at);
    }

    private static boolean endsValue(char c) {
        return isSpace(c) || c == ',' || c == '(' || c == ')' || isQuote(c);
    }
}
