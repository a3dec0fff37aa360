package org.askance.app.importing;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.ImportReport;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an import did: in a few sentences, and row by row what needs a look; copyable. FX thread.
final class ReportPane extends VBox {

    private final Strings strings;

    /// @param duplicates shows those that were found
    ReportPane(Strings strings, ImportReport report, Found found, Runnable duplicates) {
        super(12);
        this.strings = strings;
        setId("import-report");
        getStyleClass().add("import-report");
        var lines = ReportLines.of(report, found, strings);
        for (int i = 0; i < lines.sentences().size(); i++) {
            var sentence = new WrappingLabel(lines.sentences().get(i));
            if (i == 0) {
                sentence.getStyleClass().add("import-heading");
                sentence.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
            }
            getChildren().add(sentence);
        }
        getChildren().add(buttons(lines, report, duplicates));
        if (!lines.lines().isEmpty()) {
            getChildren().add(table(lines.lines()));
        }
    }

    private HBox buttons(ReportLines lines, ImportReport report, Runnable duplicates) {
        var copy = new Button(strings.get("import.copy"), new FontIcon(Feather.COPY));
        copy.setId("import-copy");
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(lines.text());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setGraphic(new FontIcon(Feather.CHECK));
        });
        var box = new HBox(10, copy);
        if (report.duplicates().total() > 0) {
            var look = new Button(strings.get("import.duplicates.look"), new FontIcon(Feather.LAYERS));
            look.setId("import-duplicates");
            look.setOnAction(_ -> duplicates.run());
            box.getChildren().add(look);
        }
        return box;
    }

    private TableView<ReportLines.Line> table(List<ReportLines.Line> lines) {
        var table = new TableView<ReportLines.Line>();
        table.setId("import-problems");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(column("import.column.where", 190, ReportLines.Line::where),
                column("import.column.reason", 400, ReportLines.Line::reason),
                column("import.column.remedy", 320, ReportLines.Line::remedy)));
        table.getItems().setAll(lines);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private TableColumn<ReportLines.Line, String> column(String key, double widthPx,
            Function<ReportLines.Line, String> text) {
        var column = new TableColumn<ReportLines.Line, String>(strings.get(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(widthPx);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new WrappedCell<>());
        return column;
    }
}
