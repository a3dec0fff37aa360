package org.askance.app.work;

/// Which pairs an import divides into splits of its own.
public enum Divide {
    /// Those of a source that names no split at all.
    UNNAMED,
    /// The training pairs too of a source that names no validation split.
    TRAINING,
    /// None.
    NEVER
}
