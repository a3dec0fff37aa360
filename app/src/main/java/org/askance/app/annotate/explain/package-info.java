/// Why the network predicts what it predicts for the pair: over the picture and under the words. FX thread.
@NullMarked
package org.askance.app.annotate.explain;

import org.jspecify.annotations.NullMarked;
