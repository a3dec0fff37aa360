package org.askance.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A text with its image, as the network reads them. The file is opened only when the pair is read.
///
/// @param knowledge a second text that networks with a knowledge stream attend to, for example what OCR read in
///                  the picture; `null` if there is none
public record Pair(String text, @Nullable String knowledge, Path image) {

    /// A pair without a knowledge text.
    public Pair(String text, Path image) {
        this(text, null, image);
    }
}
