package org.askance.storage.query;

import java.util.List;

/// A piece of a query's text, with where it stands.
sealed interface Token {

    int from();

    int to();

    record Open(int from, int to) implements Token {}

    record Close(int from, int to) implements Token {}

    /// A minus sign before a term.
    record Minus(int from, int to) implements Token {}

    record Text(String text, boolean quoted, int from, int to) implements Token {}

    /// `field:name<value,value`: a field with its sign and what follows.
    ///
    /// @param sign `:`, `=`, `<`, `<=`, `>` or `>=`
    record Term(String field, int fieldTo, String sign, List<Value> values, int from, int to) implements Token {}

    /// One value of a term. Quoted ones are taken as they are.
    ///
    /// @param sign what follows it within the same value, for example `=` in `label:sarcasm=none`; empty for none
    record Value(String text, boolean quoted, int from, int to, String sign) {}

    /// A quotation mark that is never closed.
    record Unclosed(int from, int to) implements Token {}
}
