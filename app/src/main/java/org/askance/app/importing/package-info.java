/// Importing pairs, with a preview and a mapping of columns. FX thread.
@NullMarked
package org.askance.app.importing;

import org.jspecify.annotations.NullMarked;
