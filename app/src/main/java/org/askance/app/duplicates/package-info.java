/// Pairs that are the same or nearly, in groups, those across splits first. FX thread.
@NullMarked
package org.askance.app.duplicates;

import org.jspecify.annotations.NullMarked;
