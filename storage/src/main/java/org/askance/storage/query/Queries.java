package org.askance.storage.query;

import java.util.Collection;
import java.util.stream.Collectors;

/// Writes pieces of queries, for what is clicked rather than typed.
public final class Queries {

    private Queries() {}

    /// A term with one value or several, any of which will do.
    ///
    /// @param field what stands before the sign, for example `split` or `label`
    public static String term(String field, Collection<String> values) {
        return field + ":" + values.stream().map(Completion::quoted).collect(Collectors.joining(","));
    }

    /// A term with labels of one task.
    ///
    /// @param field `label`, `given`, `answer` or `pred`
    public static String labels(String field, String task, Collection<String> labels) {
        return field + ":" + labels.stream().map(label -> Completion.quoted(task) + "=" + Completion.quoted(label))
                .collect(Collectors.joining(","));
    }
}
