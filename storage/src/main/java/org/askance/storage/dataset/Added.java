package org.askance.storage.dataset;

import java.util.List;

/// What became of examples that were to be added. Pairs with an unusable image are in, marked, and listed here.
///
/// @param added how many are new
/// @param alreadyThere how many had a key that was known, and changed nothing
public record Added(int added, int alreadyThere, List<UnusableImage> unusableImages) {}
