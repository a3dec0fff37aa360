package org.askance.storage.annotation;

/// One keypress, or one act on many examples, which is undone as a whole.
///
/// @param act      what was done to each of them, or to the first
/// @param first    the example it was about, the first of several
/// @param examples how many it was about
/// @param bulk     whether it was done to all that was selected
/// @param mixed    whether each got labels of its own
public record Gesture(long id, Act act, long first, int examples, boolean bulk, boolean mixed) {}
