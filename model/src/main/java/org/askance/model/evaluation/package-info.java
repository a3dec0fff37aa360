/// How good predictions are: accuracy, precision, recall, F1, confusion, calibration, and whether two differ. Plain
/// arrays, no threads of its own, no tensors.
@NullMarked
package org.askance.model.evaluation;

import org.jspecify.annotations.NullMarked;
