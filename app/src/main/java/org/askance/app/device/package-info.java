/// The dialog about the device: what tensors run on and why, what to do where a card is unused, and the choice for the
/// next start. FX thread.
@NullMarked
package org.askance.app.device;

import org.jspecify.annotations.NullMarked;
