@NullMarked
package org.askance.storage;

import org.jspecify.annotations.NullMarked;
