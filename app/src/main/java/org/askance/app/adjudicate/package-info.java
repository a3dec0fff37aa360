/// Settling what annotators disagree about, by keyboard. FX thread.
@NullMarked
package org.askance.app.adjudicate;

import org.jspecify.annotations.NullMarked;
