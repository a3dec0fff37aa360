/// Choosing which examples are asked, and in which order. FX thread.
@NullMarked
package org.askance.app.queues;

import org.jspecify.annotations.NullMarked;
