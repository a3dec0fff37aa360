/// Training: the loop, its plan and schedule, the optimizer, early choice of the best epoch; fine-tuning
/// of a checkpoint on labelled pairs. Public methods take and return plain Java and block their caller;
/// the steps themselves run on the tensor thread, one at a time.
@NullMarked
package org.askance.model.training;

import org.jspecify.annotations.NullMarked;
