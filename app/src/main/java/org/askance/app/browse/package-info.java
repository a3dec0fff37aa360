/// The grid of pairs with search and filters. FX thread.
@NullMarked
package org.askance.app.browse;

import org.jspecify.annotations.NullMarked;
