/// One reader or writer per outside format, and the problems met in their rows.
@NullMarked
package org.askance.storage.exchange;

import org.jspecify.annotations.NullMarked;
