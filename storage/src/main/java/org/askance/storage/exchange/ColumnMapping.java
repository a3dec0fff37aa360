package org.askance.storage.exchange;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Which column of a table holds what. Columns are named as in the header.
///
/// @param id without one, the row's number in its file is the key
/// @param image paths, relative to the table's folder unless absolute
/// @param labels task name to column
public record ColumnMapping(@Nullable String id, String text, @Nullable String image, @Nullable String split,
        Map<String, String> labels) {

    public ColumnMapping {
        labels = Map.copyOf(labels);
    }
}
