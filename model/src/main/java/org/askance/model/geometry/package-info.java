/// Geometry of embeddings: similarity, neighbours, alignment of two modalities, projection to two
/// dimensions. Plain arrays, `rows × dimension`, no tensors; callers bring the thread.
@NullMarked
package org.askance.model.geometry;

import org.jspecify.annotations.NullMarked;
