package org.askance.storage.query;

import java.util.List;

/// What cannot be understood of a query, and where.
///
/// @param from        of the word, as an index into the text
/// @param to          its end, exclusive; more than `from`
/// @param sentence    for people
/// @param suggestions what may stand in its place, likeliest first
public record QueryProblem(int from, int to, String sentence, List<String> suggestions) {
    public QueryProblem {
        suggestions = List.copyOf(suggestions);
    }
}
