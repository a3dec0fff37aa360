/// Which example next, and which label is suspect. Arithmetic on plain arrays, deterministic; safe from any thread.
@NullMarked
package org.askance.model.selection;

import org.jspecify.annotations.NullMarked;
