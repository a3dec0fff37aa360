/// A project folder and all that is kept in it: the door to the module. No JavaFX, no tensors.
@NullMarked
package org.askance.storage;

import org.jspecify.annotations.NullMarked;
