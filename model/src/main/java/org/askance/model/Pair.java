package org.askance.model;

import java.nio.file.Path;

/// A text with its image, as the network reads them. The file is opened only when the pair is read.
public record Pair(String text, Path image) {}
