package org.askance.storage.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Text to a checked query. `or` binds weakest, then `and`, which may be left out, then `not` and the minus sign.
/// Any text gives an answer; nothing is thrown.
public final class QueryParser {

    private static final int DEPTH = 60;
    private static final int TOKENS = 500;

    private final List<Token> tokens;
    private final TermParser terms;
    private int at;
    private int depth;

    private QueryParser(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.terms = new TermParser(names);
    }

    public static Parsed parse(String text, Names names) {
        var tokens = Lexer.tokens(text);
        if (tokens.isEmpty()) {
            return new Parsed.Good(Query.ALL);
        }
        try {
            if (tokens.size() > TOKENS) {
                throw Problem.at(tokens.get(TOKENS), "A query may have " + TOKENS + " words; this one has more.");
            }
            var parser = new QueryParser(tokens, names);
            var query = parser.either();
            if (parser.at < tokens.size()) {
                throw Problem.at(tokens.get(parser.at), "This bracket closes nothing.");
            }
            return new Parsed.Good(query);
        } catch (Problem e) {
            return new Parsed.Bad(e.problem());
        }
    }

    private Query either() {
        return chain(this::both, "or", false);
    }

    private Query both() {
        return chain(this::negated, "and", true);
    }

    /// Parts with `word` between them; or with nothing, if `mayLack`.
    private Query chain(Supplier<Query> part, String word, boolean mayLack) {
        var parts = new ArrayList<Query>();
        parts.add(part.get());
        while (at < tokens.size() && !(peek() instanceof Token.Close)) {
            if (isKeyword(word)) {
                at++;
                needMore(word);
            } else if (!mayLack || isKeyword("or")) {
                break;
            }
            parts.add(part.get());
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return mayLack ? new Query.And(parts) : new Query.Or(parts);
    }

    private void needMore(String word) {
        if (at == tokens.size() || peek() instanceof Token.Close) {
            throw Problem.at(tokens.get(at - 1), "Something must follow ‘" + word + "’.");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean isKeyword(String word) {
        return at < tokens.size() && peek() instanceof Token.Text text && !text.quoted()
                && text.text().equalsIgnoreCase(word);
    }

    private Query negated() {
        if (++depth > DEPTH) {
            throw Problem.at(peek(), "This is nested too deeply; take brackets away.");
        }
        try {
            if (isKeyword("not")) {
                at++;
                needMore("not");
                return not(negated());
            }
            if (peek() instanceof Token.Minus) {
                at++;
                needMore("-");
                return not(negated());
            }
            return single();
        } finally {
            depth--;
        }
    }

    /// Punctuation means nothing, and so does its opposite.
    private static Query not(Query part) {
        return part.equals(Query.ALL) ? Query.ALL : new Query.Not(part);
    }

    private Query single() {
        var token = peek();
        if (isKeyword("and") || isKeyword("or")) {
            throw Problem.at(token, "Something must stand before ‘" + ((Token.Text) token).text() + "’.");
        }
        at++;
        return switch (token) {
            case Token.Open open -> bracket(open);
            case Token.Close close -> throw Problem.at(close, at > 1 && tokens.get(at - 2) instanceof Token.Open
                    ? "There is nothing in these brackets."
                    : "This bracket closes nothing.");
            case Token.Minus minus -> throw Problem.at(minus, "Something must follow ‘-’.");
            case Token.Unclosed unclosed -> throw Problem.at(unclosed, "This quotation mark is never closed.");
            case Token.Text text -> terms.text(text);
            case Token.Term term -> terms.term(term);
        };
    }

    private Query bracket(Token.Open open) {
        if (at == tokens.size()) {
            throw Problem.at(open, "This bracket is never closed.");
        }
        var inner = either();
        if (at == tokens.size() || !(peek() instanceof Token.Close)) {
            throw Problem.at(open, "This bracket is never closed.");
        }
        at++;
        return inner;
    }

    /// Carries a problem out of the recursion; never leaves this package.
    static final class Problem extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient @Nullable QueryProblem problem;

        private Problem(QueryProblem problem) {
            super(problem.sentence(), null, false, false);
            this.problem = problem;
        }

        static Problem at(Token token, String sentence) {
            return at(token.from(), token.to(), sentence, List.of());
        }

        static Problem at(int from, int to, String sentence, List<String> suggestions) {
            return new Problem(new QueryProblem(from, Math.max(to, from + 1), sentence, suggestions));
        }

        QueryProblem problem() {
            return java.util.Objects.requireNonNull(problem);
        }
    }
}
