/// Several annotators: who annotates now, and how far they agree. FX thread.
@NullMarked
package org.askance.app.people;

import org.jspecify.annotations.NullMarked;
