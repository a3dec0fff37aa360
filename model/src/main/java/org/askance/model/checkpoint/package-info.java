/// Checkpoint folders: weights plus all one needs to use them, and the safetensors format they are in.
/// Safe from any thread.
@NullMarked
package org.askance.model.checkpoint;

import org.jspecify.annotations.NullMarked;
