package org.askance.storage.query;

/// What became of a query's text.
public sealed interface Parsed {

    record Good(Query query) implements Parsed {}

    record Bad(QueryProblem problem) implements Parsed {}
}
