/// Speed at a million pairs, started by hand: see CONTRIBUTING.
@NullMarked
package org.askance.storage.bench;

import org.jspecify.annotations.NullMarked;
