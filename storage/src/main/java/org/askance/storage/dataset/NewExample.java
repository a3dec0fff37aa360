package org.askance.storage.dataset;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An example to be stored.
///
/// @param knowledge what is written in the picture, as OCR read it
/// @param labels label by task, as the dataset gives them
/// @param imageHash SHA-256 of the image file, in hex
/// @param problem why the image cannot be used, as a sentence
public record NewExample(String key, String text, @Nullable String knowledge, @Nullable Path image, Split split,
        Map<String, String> labels, @Nullable String imageHash, @Nullable String problem) {

    public NewExample {
        labels = Map.copyOf(labels);
    }

    /// One whose picture nobody has read or looked at yet.
    public NewExample(String key, String text, @Nullable Path image, Split split, Map<String, String> labels) {
        this(key, text, null, image, split, labels, null, null);
    }

    public NewExample withSplit(Split other) {
        return new NewExample(key, text, knowledge, image, other, labels, imageHash, problem);
    }

    /// What became of its picture.
    public NewExample inspected(@Nullable String hash, @Nullable String reason) {
        return new NewExample(key, text, knowledge, image, split, labels, hash, reason);
    }
}
