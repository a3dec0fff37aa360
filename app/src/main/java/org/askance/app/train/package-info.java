/// Fine-tuning with live curves, and the checkpoints it leaves. FX thread.
@NullMarked
package org.askance.app.train;

import org.jspecify.annotations.NullMarked;
