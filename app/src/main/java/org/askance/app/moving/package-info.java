/// Giving a project's folder another place or name. FX thread.
@NullMarked
package org.askance.app.moving;

import org.jspecify.annotations.NullMarked;
