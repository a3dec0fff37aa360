/// Gold pairs: marking them, and telling annotators how they did as soon as they have answered one. FX thread.
@NullMarked
package org.askance.app.gold;

import org.jspecify.annotations.NullMarked;
