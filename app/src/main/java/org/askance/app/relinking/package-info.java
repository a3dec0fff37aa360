/// Pictures that are not where they were, and looking for them. FX thread.
@NullMarked
package org.askance.app.relinking;

import org.jspecify.annotations.NullMarked;
