/// Jobs: import, score, train, evaluate, export, and the bundled data. They translate between storage and
/// model and know no JavaFX; each runs on a thread that may wait.
@NullMarked
package org.askance.app.work;

import org.jspecify.annotations.NullMarked;
