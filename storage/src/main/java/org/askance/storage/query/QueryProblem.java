package org.askance.storage.query;

import java.util.List;
import org.askance.storage.told.Told;

/// What cannot be understood of a query, and where.
///
/// @param from        of the word, as an index into the text
/// @param to          its end, exclusive; more than `from`
/// @param told        for people
/// @param suggestions what may stand in its place, likeliest first
public record QueryProblem(int from, int to, Told told, List<String> suggestions) {
    public QueryProblem {
        suggestions = List.copyOf(suggestions);
    }

    /// In English.
    public String sentence() {
        return told.english();
    }
}
