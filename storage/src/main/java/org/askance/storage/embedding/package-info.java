/// Vectors and 2-D projections by checkpoint, in files of their own that may be deleted at any time. Safe from any thread.
@NullMarked
package org.askance.storage.embedding;

import org.jspecify.annotations.NullMarked;
