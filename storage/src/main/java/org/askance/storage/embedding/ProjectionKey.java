package org.askance.storage.embedding;

/// What 2-D points were made from.
///
/// @param method with its parameters, and what was projected together, such as `umap n=15 d=0.1, text and image`
/// @param source what tells these vectors from an earlier set, such as how many there were
public record ProjectionKey(long checkpointId, EmbeddingKind kind, String method, long seed, String source) {}
