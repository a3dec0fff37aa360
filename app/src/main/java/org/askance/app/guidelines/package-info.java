/// What annotators are told to do: shown beside the pair, written with a preview, kept in versions. FX thread.
@NullMarked
package org.askance.app.guidelines;

import org.jspecify.annotations.NullMarked;
