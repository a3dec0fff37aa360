package org.askance.storage.embedding;

import java.util.Locale;

/// What of an example a vector stands for.
public enum EmbeddingKind {
    TEXT, IMAGE, FUSED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
