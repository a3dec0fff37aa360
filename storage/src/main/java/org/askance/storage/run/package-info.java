/// Trainings, the checkpoints they leave, the metrics measured on them, and the predictions made with them.
@NullMarked
package org.askance.storage.run;

import org.jspecify.annotations.NullMarked;
