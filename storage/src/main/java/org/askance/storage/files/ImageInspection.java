package org.askance.storage.files;

/// What an image file is, told from its header and bytes alone.
public sealed interface ImageInspection {

    /// @param hash SHA-256 of the file, in hex
    record Usable(int widthPx, int heightPx, String hash) implements ImageInspection {}

    /// @param reason a sentence that names the file and what to do
    record Unusable(String reason) implements ImageInspection {}
}
