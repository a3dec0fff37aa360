/// Examples with their splits and given labels, and finding them. Safe from any thread; every call waits for the disk.
@NullMarked
package org.askance.storage.dataset;

import org.jspecify.annotations.NullMarked;
