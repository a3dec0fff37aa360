package org.askance.storage.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.askance.storage.told.OfQuery;
import org.askance.storage.told.Told;
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
                throw Problem.at(tokens.get(TOKENS), OfQuery.TOO_MANY_WORDS.with(TOKENS));
            }
            var parser = new QueryParser(tokens, names);
            var query = parser.either();
            if (parser.at < tokens.size()) {
                throw Problem.at(tokens.get(parser.at), OfQuery.CLOSES_NOTHING.with());
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
            throw Problem.at(tokens.get(at - 1), OfQuery.MUST_FOLLOW.with(word));
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
            throw Problem.at(peek(), OfQuery.TOO_DEEP.with());
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
            throw Problem.at(token, OfQuery.MUST_PRECEDE.with(((Token.Text) token).text()));
        }
        at++;
        return switch (token) {
            case Token.Open open -> bracket(open);
            case Token.Close close -> throw Problem.at(close, at > 1 && tokens.get(at - 2) instanceof Token.Open
                    ? OfQuery.EMPTY_BRACKETS.with()
                    : OfQuery.CLOSES_NOTHING.with());
            case Token.Minus minus -> throw Problem.at(minus, OfQuery.MUST_FOLLOW.with("-"));
            case Token.Unclosed unclosed -> throw Problem.at(unclosed, OfQuery.QUOTE_NEVER_CLOSED.with());
            case Token.Text text -> terms.text(text);
            case Token.Term term -> terms.term(term);
        };
    }

    private Query bracket(Token.Open open) {
        if (at == tokens.size()) {
            throw Problem.at(open, OfQuery.BRACKET_NEVER_CLOSED.with());
        }
        var inner = either();
        if (at == tokens.size() || !(peek() instanceof Token.Close)) {
            throw Problem.at(open, OfQuery.BRACKET_NEVER_CLOSED.with());
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

        static Problem at(Token token, Told told) {
            return at(token.from(), token.to(), told, List.of());
        }

        static Problem at(int from, int to, Told told, List<String> suggestions) {
            return new Problem(new QueryProblem(from, Math.max(to, from + 1), told, suggestions));
        }

        QueryProblem problem() {
            return java.util.Objects.requireNonNull(problem);
        }
    }
}
