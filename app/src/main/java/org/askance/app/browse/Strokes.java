package org.askance.app.browse;

import javafx.scene.input.KeyCode;
import org.askance.app.ui.Stroke;

/// Keys of Browse that no label can take.
final class Strokes {

    static final Stroke ALL = new Stroke("A", false, true, false);
    static final Stroke NONE = Stroke.of(KeyCode.ESCAPE);
    static final Stroke UNDO = new Stroke("Z", false, true, false);
    static final Stroke REDO = new Stroke("Y", false, true, false);
    static final Stroke REDO_TOO = UNDO.withShift();
    static final Stroke SEARCH = new Stroke("F", false, true, false);
    static final Stroke OPEN = Stroke.of(KeyCode.ENTER);

    private Strokes() {}
}
