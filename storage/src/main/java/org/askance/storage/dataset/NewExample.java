package org.askance.storage.dataset;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An example to be stored.
///
/// @param labels label by task, as the dataset gives them
/// @param imageHash SHA-256 of the image file, in hex
/// @param problem why the image cannot be used, as a sentence
public record NewExample(String key, String text, @Nullable Path image, Split split, Map<String, String> labels,
        @Nullable String imageHash, @Nullable String problem) {

    public NewExample {
        labels = Map.copyOf(labels);
    }
}
