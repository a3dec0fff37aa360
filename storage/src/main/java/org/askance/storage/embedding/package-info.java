/// Vectors and their projections, kept as files that may be deleted at any time and made again.
@NullMarked
package org.askance.storage.embedding;

import org.jspecify.annotations.NullMarked;
