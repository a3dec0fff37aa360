package org.askance.app.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.text.Strings;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.Preview;
import org.jspecify.annotations.Nullable;

/// The first rows of a source with their pictures; those in trouble are marked. FX thread.
final class PreviewPane extends VBox {

    private static final double ROW_PX = 44;
    private static final double TROUBLE_PX = 30;
    private static final int TROUBLES_SEEN = 3;
    private static final double LINE_PX = 66;
    private static final double USUAL_TEXT_PX = 14;
    private static final double PICTURE_PX = 76;
    private static final double TEXT_PX = 360;
    private static final double VALUE_PX = 190;

    private final Strings strings;
    private final Pictures pictures;
    private final Label title = new WrappingLabel("");
    private final TableView<Preview.Row> table = new TableView<>();
    private final ListView<String> troubles = new ListView<>();
    private final Map<Preview.Row, String> reasons = new HashMap<>();
    private List<String> columns = List.of();
    /// Those of them that hold texts.
    private Set<String> words = Set.of();

    PreviewPane(Strings strings, Pictures pictures) {
        super(6);
        this.strings = strings;
        this.pictures = pictures;
        title.setId("import-count");
        table.setId("import-preview");
        table.setAccessibleText(strings.get("import.preview.table"));
        table.setFixedCellSize(ROW_PX);
        table.setMinHeight(3 * ROW_PX);
        table.setPlaceholder(new Label(strings.get("import.preview.none")));
        table.setRowFactory(_ -> new MarkedRow());
        VBox.setVgrow(table, Priority.ALWAYS);
        troubles.setId("import-troubles");
        title.fontProperty().subscribe(font -> {
            troubles.setFixedCellSize(TROUBLE_PX * font.getSize() / USUAL_TEXT_PX);
            fitTroubles();
        });
        troubles.setCellFactory(_ -> new TroubleCell());
        getChildren().setAll(title, table, troubles);
    }

    /// A row with a problem says which.
    private final class MarkedRow extends TableRow<Preview.Row> {
        @Override
        protected void updateItem(Preview.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            var reason = empty || row == null ? null : reasons.get(row);
            getStyleClass().removeAll(List.of("import-marked"));
            setTooltip(reason == null ? null : new Tooltip(reason));
            if (reason != null) {
                getStyleClass().add("import-marked");
            }
        }
    }

    /// In one line; what does not fit is told below the pointer.
    private static final class TroubleCell extends ListCell<String> {
        TroubleCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String sentence, boolean empty) {
            super.updateItem(sentence, empty);
            setText(empty ? null : sentence);
            setTooltip(empty || sentence == null ? null : new Tooltip(sentence));
        }
    }

    void show(Found found) {
        var preview = found.preview();
        title.setText(count(preview));
        reasons.clear();
        for (var row : preview.rows()) {
            preview.problems().stream().filter(row::has).findFirst()
                    .ifPresent(problem -> reasons.put(row, problem.why().in(strings::told)));
        }
        var counted = found.guess().format().counted();
        var texts = texts(preview.mapping());
        if (!columns.equals(preview.columns()) || !words.equals(texts)) {
            columns = preview.columns();
            words = texts;
            build();
        }
        table.getColumns().getFirst().setText(strings.get("import.counted." + counted.word()));
        table.getItems().setAll(preview.rows());
        table.refresh();
        troubles.getItems().setAll(preview.problems().stream()
                .map(problem -> ReportLines.line(problem, found.guess().format(), strings).text()).toList());
        fitTroubles();
        troubles.setVisible(!preview.problems().isEmpty());
        troubles.setManaged(!preview.problems().isEmpty());
    }

    private void fitTroubles() {
        double height = troubles.getFixedCellSize() * Math.min(TROUBLES_SEEN, troubles.getItems().size()) + 2;
        troubles.setMinHeight(height);
        troubles.setPrefHeight(height);
    }

    private static Set<String> texts(@Nullable ColumnMapping mapping) {
        return mapping == null
                ? Set.of("text", "ocr_text")
                : Stream.of(mapping.text(), mapping.knowledge()).filter(Objects::nonNull).map(String::valueOf)
                        .collect(Collectors.toSet());
    }

    private String count(Preview preview) {
        var text = new StringBuilder(strings.get(
                preview.count() < 0
                        ? "import.count.unknown"
                        : preview.exact() ? "import.count.exact" : "import.count.about",
                preview.count()));
        if (preview.dropped() > 0) {
            text.append(' ').append(strings.get("import.count.dropped", preview.dropped()));
        }
        long troubled = preview.problems().stream().filter(problem -> problem.line() > 0)
                .map(problem -> List.of(problem.file(), problem.line())).distinct().count();
        if (troubled > 0) {
            text.append(' ').append(strings.get("import.count.problems", troubled));
        }
        return text.toString();
    }

    private void build() {
        table.getColumns().clear();
        var mark = new TableColumn<Preview.Row, Preview.Row>();
        mark.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        mark.setCellFactory(_ -> new LineCell(reasons::containsKey));
        width(mark, LINE_PX);
        var picture = new TableColumn<Preview.Row, Preview.Row>(strings.get("import.picture"));
        picture.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        picture.setCellFactory(_ -> new PictureCell(pictures, strings));
        width(picture, PICTURE_PX);
        table.getColumns().add(mark);
        table.getColumns().add(picture);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            boolean text = words.contains(columns.get(i));
            var column = new TableColumn<Preview.Row, String>(columns.get(i));
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(
                    at < cell.getValue().cells().size() ? cell.getValue().cells().get(at) : ""));
            column.setCellFactory(_ -> text ? new TweetCell<>() : new ValueCell<>());
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(text ? TEXT_PX : VALUE_PX);
            table.getColumns().add(column);
        }
    }

    /// Fixed, but for the size of text.
    private void width(TableColumn<?, ?> column, double widthPx) {
        column.setSortable(false);
        column.setReorderable(false);
        var width = title.fontProperty().map(font -> widthPx * font.getSize() / USUAL_TEXT_PX);
        column.minWidthProperty().bind(width);
        column.maxWidthProperty().bind(width);
    }
}
