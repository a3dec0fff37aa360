/// Writing pairs, or all of a project, for other programs and for safekeeping. FX thread.
@NullMarked
package org.askance.app.exporting;

import org.jspecify.annotations.NullMarked;
