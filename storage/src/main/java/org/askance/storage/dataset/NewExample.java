package org.askance.storage.dataset;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// An example about to be added, with the labels it came with.
///
/// @param key unique in the project; adding a key that is already there changes nothing
/// @param labels task name to label name; a missing label is absent
public record NewExample(String key, String text, @Nullable Path image, Split split, Map<String, String> labels) {

    public NewExample {
        if (key.isBlank()) {
            throw new IllegalArgumentException("an example needs a key");
        }
        labels = Map.copyOf(labels);
    }
}
