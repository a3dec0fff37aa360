/// Images known by content without decoding them, and files that are whole or not there.
@NullMarked
package org.askance.storage.files;

import org.jspecify.annotations.NullMarked;
