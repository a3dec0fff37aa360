/// Text and image to numbers: decoding, resizing and tokenizing, as the Python references do them.
/// Plain Java, safe from any thread.
@NullMarked
package org.askance.model.input;

import org.jspecify.annotations.NullMarked;
