package org.askance.storage.embedding;

/// Which half of a pair a vector stands for, or both. `TEXT` and `IMAGE` of one checkpoint share a space.
public enum EmbeddingKind {
    TEXT, IMAGE, FUSED
}
