package org.askance.app.importing;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// An id, a path or a label in one line; of a long one both ends are seen. FX thread.
final class ValueCell<S> extends TableCell<S, String> {

    private static final int LONG = 18;

    ValueCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        String line = empty || value == null ? "" : value.strip().replaceAll("\\s+", " ");
        setText(line);
        setTooltip(line.length() > LONG ? new Tooltip(line) : null);
    }
}
