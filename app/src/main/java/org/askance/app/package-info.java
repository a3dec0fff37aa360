@NullMarked
package org.askance.app;

import org.jspecify.annotations.NullMarked;
