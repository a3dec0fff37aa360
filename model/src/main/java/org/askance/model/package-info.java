@NullMarked
package org.askance.model;

import org.jspecify.annotations.NullMarked;
