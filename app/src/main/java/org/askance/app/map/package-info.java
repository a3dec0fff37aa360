/// Embeddings projected to two dimensions, neighbours, measures of alignment. FX thread.
@NullMarked
package org.askance.app.map;

import org.jspecify.annotations.NullMarked;
