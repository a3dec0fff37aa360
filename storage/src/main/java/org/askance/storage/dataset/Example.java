package org.askance.storage.dataset;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A stored text with its image.
///
/// @param key the id it had where it came from, unique in the project, kept as text since ids exceed 2^53
/// @param image absolute path; the file stays where the user has it
/// @param imageHash SHA-256 of the file when it was added, in hex; absent if it could not be read
/// @param problem why the image cannot be used, as a sentence; absent if it can
public record Example(long id, String key, String text, @Nullable Path image, @Nullable String imageHash, Split split,
        @Nullable String problem) {

    /// Whether the pair has both halves, so that a network can read it.
    public boolean usable() {
        return image != null && problem == null;
    }
}
