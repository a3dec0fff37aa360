/// Backups of a project: looking at them, making one, putting one in the project's place. FX thread.
@NullMarked
package org.askance.app.backups;

import org.jspecify.annotations.NullMarked;
