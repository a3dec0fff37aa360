package org.askance.app.browse;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.ui.Stroke;

/// Selects by keyboard: arrows and their kin move, with Shift they extend, Space takes one in or out. FX thread.
final class GridKeys {

    private final PairGrid grid;
    private final SelectionViewModel selection;

    GridKeys(PairGrid grid, SelectionViewModel selection) {
        this.grid = grid;
        this.selection = selection;
    }

    /// Whether it meant something here.
    boolean press(KeyEvent key) {
        if (selection.found() == 0 || key.isAltDown() || (key.isMetaDown() && !key.isShortcutDown())) {
            return false;
        }
        if (Stroke.of(key).filter(Strokes.ALL::equals).isPresent()) {
            selection.all();
            return true;
        }
        if (key.getCode() == KeyCode.SPACE) {
            if (selection.cursor() == Selection.NOWHERE) {
                selection.go(0);
            }
            selection.toggle(selection.cursor());
            return true;
        }
        int here = selection.cursor();
        int to = target(key.getCode(), here);
        if (to == Selection.NOWHERE) {
            return false;
        }
        if (key.isShiftDown()) {
            selection.extend(to, key.isShortcutDown());
        } else {
            selection.go(to);
        }
        grid.reveal();
        return true;
    }

    /// Where a key leads; [Selection#NOWHERE] for one that leads nowhere.
    private int target(KeyCode code, int here) {
        int last = selection.found() - 1;
        int row = grid.columns();
        int step = switch (code) {
            case LEFT, KP_LEFT -> -1;
            case RIGHT, KP_RIGHT -> 1;
            case UP, KP_UP -> -row;
            case DOWN, KP_DOWN -> row;
            case PAGE_UP -> -row * grid.rows();
            case PAGE_DOWN -> row * grid.rows();
            case HOME -> -last - 1;
            case END -> last + 1;
            default -> 0;
        };
        if (step == 0) {
            return Selection.NOWHERE;
        }
        if (here == Selection.NOWHERE) {
            return code == KeyCode.END ? last : 0;
        }
        // Within its column: a row that is not full is reached at its end.
        return Math.abs(step) == row && (here + step < 0) ? here : Math.clamp((long) here + step, 0, last);
    }
}
