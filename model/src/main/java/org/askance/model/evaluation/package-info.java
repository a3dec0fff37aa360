/// How good predictions are: accuracy, precision, recall, F1, confusion. Plain arrays, no threads, no tensors.
@NullMarked
package org.askance.model.evaluation;

import org.jspecify.annotations.NullMarked;
