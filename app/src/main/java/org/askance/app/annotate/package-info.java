/// Answering one pair after the other by keyboard. FX thread.
@NullMarked
package org.askance.app.annotate;

import org.jspecify.annotations.NullMarked;
