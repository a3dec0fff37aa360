/// The same jobs from a terminal.
@NullMarked
package org.askance.app.cli;

import org.jspecify.annotations.NullMarked;
