/// Getting published encoders, in a dialog that can be left while they come. FX thread.
@NullMarked
package org.askance.app.encoders;

import org.jspecify.annotations.NullMarked;
