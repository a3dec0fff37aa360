package org.askance.app.importing;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.askance.storage.exchange.Preview;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row's line, with a mark if something is wrong with it. FX thread.
final class LineCell extends TableCell<Preview.Row, Preview.Row> {

    private final Predicate<Preview.Row> troubled;

    LineCell(Predicate<Preview.Row> troubled) {
        this.troubled = troubled;
        setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("import-line");
    }

    @Override
    protected void updateItem(Preview.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(Long.toString(row.line()));
            setGraphic(troubled.test(row) ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
        }
    }
}
