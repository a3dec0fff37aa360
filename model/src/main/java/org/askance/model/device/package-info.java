/// The one thread that owns PyTorch and every tensor, and what is known about the device it works on.
@NullMarked
package org.askance.model.device;

import org.jspecify.annotations.NullMarked;
