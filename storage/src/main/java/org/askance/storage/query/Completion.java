package org.askance.storage.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may be typed at a place of a query: fields and tasks, and after a sign the project's own names.
final class Completion {

    private static final int MOST = 12;

    private final String text;
    private final int caret;
    private final Names names;
    private final TermParser terms;

    private Completion(String text, int caret, Names names) {
        this.text = text;
        this.caret = caret;
        this.names = names;
        this.terms = new TermParser(names);
    }

    /// @param caret an index into `text`
    static List<Suggestion> at(String text, int caret, Names names) {
        return new Completion(text, Math.clamp(caret, 0, text.length()), names).suggestions();
    }

    private List<Suggestion> suggestions() {
        int from = start();
        if (from < 0) {
            return List.of();
        }
        String typed = text.substring(from, caret);
        int sign = firstSign(typed);
        return sign < 0 ? words(from, typed) : values(from, typed, sign);
    }

    /// Where the word at the caret begins; −1 inside quotation marks that are no value.
    private int start() {
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < caret; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '“' || c == '”' || c == '„') {
                quoted = !quoted;
            } else if (!quoted && (Character.isWhitespace(c) || c == '(' || c == ')' || (c == '-' && i == from))) {
                from = i + 1;
            }
        }
        return quoted && "\"“”„".indexOf(text.charAt(from)) >= 0 ? -1 : from;
    }

    private static int firstSign(String typed) {
        for (int i = 1; i < typed.length(); i++) {
            if (":=<>".indexOf(typed.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private List<Suggestion> words(int from, String typed) {
        int to = end(from);
        var found = new ArrayList<Suggestion>();
        for (var field : Field.values()) {
            found.add(new Suggestion(field.word() + field.sign(), field.word(), Suggestion.Kind.FIELD, from, to));
        }
        for (var task : names.tasks()) {
            if (task.name().chars().allMatch(c -> Character.isLetter(c) || c == '_')) {
                found.add(new Suggestion(task.name() + ":", task.name(), Suggestion.Kind.TASK, from, to));
            }
        }
        for (var word : List.of("and", "or", "not")) {
            found.add(new Suggestion(word + " ", word, Suggestion.Kind.WORD, from, to));
        }
        if (typed.length() > 1) {
            names.tasks().stream().flatMap(task -> task.labels().stream()).map(Names.Label::name).distinct()
                    .forEach(label -> found.add(
                            new Suggestion("label:" + quoted(label), label, Suggestion.Kind.VALUE, from, to)));
        }
        found.removeIf(one -> !begins(one.name(), typed));
        return List.copyOf(found.subList(0, Math.min(typed.isEmpty() ? found.size() : MOST, found.size())));
    }

    private List<Suggestion> values(int from, String typed, int sign) {
        String field = typed.substring(0, sign);
        String of = typed.substring(sign + 1);
        int value = of.lastIndexOf(',') + 1;
        String last = of.substring(value);
        int inner = Stream.of('=', '<', '>').mapToInt(last::lastIndexOf).max().orElse(-1);
        int start = from + sign + 1 + value + inner + 1;
        if (Field.of(field) == null && terms.values(field).isEmpty()) {
            return List.of();
        }
        if (inner >= 0) {
            return offered(terms.labelsOf(last.substring(0, inner)), start);
        }
        return typed.charAt(sign) == ':' || typed.charAt(sign) == '=' ? offered(terms.values(field), start) : List.of();
    }

    private List<Suggestion> offered(Collection<String> known, int start) {
        String typed = text.substring(Math.min(start, caret), caret).replaceAll("[\"“”„]", "");
        int to = end(start);
        return known.stream().filter(name -> begins(name, typed))
                .map(name -> new Suggestion(quoted(name), name, Suggestion.Kind.VALUE, start, to)).limit(MOST).toList();
    }

    private static boolean begins(String name, String typed) {
        String lower = name.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean inside = wanted.length() > 1
                && Arrays.stream(lower.split("[\\s_-]", -1)).anyMatch(part -> part.startsWith(wanted));
        return inside || lower.startsWith(wanted);
    }

    /// As a value is typed.
    static String quoted(String name) {
        boolean plain = name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
        return plain && !name.isEmpty() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /// Where the word that is being typed ends: the rest of it is replaced too.
    private int end(int start) {
        if (start < text.length() && text.charAt(start) == '"') {
            int closing = text.indexOf('"', start + 1);
            if (closing >= 0) {
                return closing + 1;
            }
            return caret;
        }
        int end = Math.max(start, caret);
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
