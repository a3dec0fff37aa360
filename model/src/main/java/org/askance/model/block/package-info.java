/// The network's parts: encoders, projections, fusion, heads, the teacher, and the kernels they share.
/// Confined to the tensor thread. Blocks are our own small classes over plain arrays, not DJL's `Block`:
/// weights carry their Hugging Face names from the start, inputs have types, and shapes are declared once.
@NullMarked
package org.askance.model.block;

import org.jspecify.annotations.NullMarked;
