package org.askance.storage.dataset;

import java.nio.file.Path;

/// An image that no network can be shown.
///
/// @param key the example's
/// @param reason a sentence that names the file
public record UnusableImage(String key, Path image, String reason) {}
