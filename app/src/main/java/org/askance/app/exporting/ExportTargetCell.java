package org.askance.app.exporting;

import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;

/// A format by its name; its sentence shows on hovering, and beside the list once it is chosen. FX thread.
final class ExportTargetCell extends ListCell<ExportTarget> {

    private final Strings strings;

    ExportTargetCell(Strings strings) {
        this.strings = strings;
    }

    @Override
    protected void updateItem(@Nullable ExportTarget target, boolean empty) {
        super.updateItem(target, empty);
        setText(empty || target == null ? null : strings.get(target.key()));
        setTooltip(empty || target == null ? null : new Tooltip(strings.get(target.key() + ".about")));
    }
}
