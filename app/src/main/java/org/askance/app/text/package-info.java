/// All words that people read, in one bundle.
@NullMarked
package org.askance.app.text;

import org.jspecify.annotations.NullMarked;
