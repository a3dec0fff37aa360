/// Weights in, plain Java out: scores pairs with a checkpoint. Safe from any thread but the screen's, as
/// every call waits for the tensor thread.
@NullMarked
package org.askance.model.inference;

import org.jspecify.annotations.NullMarked;
