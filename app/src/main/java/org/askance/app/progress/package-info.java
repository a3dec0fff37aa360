/// What an annotator sees of their own work: today against a goal, pace, history, when to rest. Nothing here is ever
/// computed for anyone but who annotates now. FX thread, but for the values, which are immutable.
@NullMarked
package org.askance.app.progress;

import org.jspecify.annotations.NullMarked;
