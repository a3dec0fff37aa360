/// What went wrong, as a sentence with a code that finds the log entry.
@NullMarked
package org.askance.app.error;

import org.jspecify.annotations.NullMarked;
