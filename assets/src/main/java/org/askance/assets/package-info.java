@NullMarked
package org.askance.assets;

import org.jspecify.annotations.NullMarked;
