/// Trainings, the checkpoints they leave, metrics and predictions. Safe from any thread.
@NullMarked
package org.askance.storage.run;

import org.jspecify.annotations.NullMarked;
