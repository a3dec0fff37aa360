/// Sentences that people read, apart from the language in which they are said. Any thread.
@NullMarked
package org.askance.model.told;

import org.jspecify.annotations.NullMarked;
