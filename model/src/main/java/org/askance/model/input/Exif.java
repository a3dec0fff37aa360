package org.askance.model.input;

/// What becomes of the rotation that a camera notes beside a photo. A network must see pictures as it learnt
/// them, so this belongs to a checkpoint.
public enum Exif {
    /// Photos are turned as they were seen.
    UPRIGHT,
    /// Photos stay as they are stored, which is what the published reference reads.
    IGNORED
}
