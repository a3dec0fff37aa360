/// One reader or writer per outside format; a row that cannot be used is reported with its file, line and reason.
@NullMarked
package org.askance.storage.exchange;

import org.jspecify.annotations.NullMarked;
