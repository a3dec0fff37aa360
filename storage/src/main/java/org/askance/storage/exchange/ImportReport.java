package org.askance.storage.exchange;

import java.util.List;
import java.util.Map;

/// What an import did.
///
/// @param encodings how many texts were in which encoding
public record ImportReport(int added, int alreadyThere, List<RowProblem> problems, Map<String, Integer> encodings,
        boolean cancelled) {}
