package org.askance.storage.exchange;

import java.util.List;
import java.util.Optional;

/// The head of a table, for the step in which the user says which column is what.
///
/// @param rows as many fields each as the header has
/// @param guess the mapping that the column names suggest; absent if no column looks like the text
public record TablePreview(List<String> header, List<List<String>> rows, Optional<ColumnMapping> guess) {}
