/// The manual in a window of its own: pages, search, and the way from a place in the program to its page. FX thread,
/// except where noted.
@NullMarked
package org.askance.app.manual;

import org.jspecify.annotations.NullMarked;
