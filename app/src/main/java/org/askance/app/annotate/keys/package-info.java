/// Which key does what: the map of them, what collides in it, and the dialog that changes it. FX thread, but for
/// the values, which are immutable.
@NullMarked
package org.askance.app.annotate.keys;

import org.jspecify.annotations.NullMarked;
