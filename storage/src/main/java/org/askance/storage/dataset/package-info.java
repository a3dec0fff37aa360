/// Examples and their splits: adding, finding, filtering, and pages of rows to show.
@NullMarked
package org.askance.storage.dataset;

import org.jspecify.annotations.NullMarked;
