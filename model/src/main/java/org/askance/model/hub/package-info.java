/// Fetching published checkpoints from a hub that speaks Hugging Face's HTTP interface: which files there
/// are, which of them are needed, and each of them whole and checked, however often the line breaks. Knows
/// files and HTTP only: no tensors. Methods block, so callers are worker threads; cancelling throws
/// `CancellationException` and keeps what has come.
@NullMarked
package org.askance.model.hub;

import org.jspecify.annotations.NullMarked;
