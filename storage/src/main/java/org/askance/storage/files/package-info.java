/// Pictures judged by their header, and files written whole or not at all.
@NullMarked
package org.askance.storage.files;

import org.jspecify.annotations.NullMarked;
