/// The picture of the pair: fitted, zoomed, moved and turned. FX thread.
@NullMarked
package org.askance.app.annotate.picture;

import org.jspecify.annotations.NullMarked;
