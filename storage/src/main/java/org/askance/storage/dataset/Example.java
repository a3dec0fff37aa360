package org.askance.storage.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A stored text with its image.
///
/// @param key     the dataset's own id
/// @param image   where the file was when it was imported; `null` if the dataset named none
/// @param knowledge what is written in the picture, as OCR read it; `null` if nobody read it
/// @param problem why the image cannot be used, as a sentence; `null` if it can
public record Example(long id, String key, String text, @Nullable String knowledge, @Nullable Path image, Split split,
        @Nullable String problem) {}
