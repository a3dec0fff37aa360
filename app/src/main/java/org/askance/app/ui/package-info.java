/// Shared by the features: jobs on the FX thread, navigation, pictures, tweets, bars, theme, the window around them. FX thread unless said otherwise.
@NullMarked
package org.askance.app.ui;

import org.jspecify.annotations.NullMarked;
