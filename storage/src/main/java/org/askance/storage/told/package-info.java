/// Sentences that people read, apart from the language in which they are said. Any thread.
@NullMarked
package org.askance.storage.told;

import org.jspecify.annotations.NullMarked;
