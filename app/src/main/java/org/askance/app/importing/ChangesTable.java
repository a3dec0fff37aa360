package org.askance.app.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.askance.app.report.ChangeLine;
import org.askance.app.text.Strings;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Change;
import org.jspecify.annotations.Nullable;

/// What pairs that are there would become, one field in a line: as it is here, and as the source says. Fields that are
/// not to follow the source are dimmed. FX thread.
final class ChangesTable extends TableView<ChangeLine> {

    private static final double HEIGHT_PX = 110;
    /// So much of a text wraps into a few lines.
    private static final int MOST_CHARS = 240;

    private final Set<Change> followed = EnumSet.noneOf(Change.class);

    ChangesTable(Strings strings, List<ImportReport.ChangedPair> pairs) {
        setId("import-changes");
        setMinHeight(HEIGHT_PX);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().setAll(List.of(column(strings.get("import.id"), 185, ChangeLine::key),
                column(strings.get("import.column.field"), 120, ChangeLine::field),
                column(strings.get("import.column.was"), 310, ChangeLine::was),
                column(strings.get("import.column.becomes"), 310, ChangeLine::becomes)));
        setRowFactory(_ -> new Row());
        getItems().setAll(ChangeLine.of(pairs, strings, MOST_CHARS));
    }

    /// Dims what is not among `changes`.
    void follow(Set<Change> changes) {
        followed.clear();
        followed.addAll(changes);
        refresh();
    }

    private static TableColumn<ChangeLine, String> column(String title, double widthPx,
            Function<ChangeLine, String> text) {
        var column = new TableColumn<ChangeLine, String>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(widthPx);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new WrappedCell<>());
        return column;
    }

    private final class Row extends TableRow<ChangeLine> {
        @Override
        protected void updateItem(@Nullable ChangeLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll(List.of("import-kept"));
            if (!empty && line != null && !followed.contains(line.change())) {
                getStyleClass().add("import-kept");
            }
        }
    }
}
