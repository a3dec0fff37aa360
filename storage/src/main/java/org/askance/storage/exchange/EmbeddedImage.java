package org.askance.storage.exchange;

/// A picture that lies within a source.
///
/// @param name as the source calls it, perhaps empty
public record EmbeddedImage(String name, byte[] bytes) {}
