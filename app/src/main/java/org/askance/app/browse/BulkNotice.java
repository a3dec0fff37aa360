package org.askance.app.browse;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.browse.SelectionViewModel.Lost;
import org.askance.app.text.Strings;
import org.askance.app.ui.StrokeNames;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was just done, or why the selection is smaller, with a way back. It stays until something else happens: one may
/// have looked away. FX thread.
final class BulkNotice extends HBox {

    private final BulkViewModel model;
    private final Strings strings;
    private final Label sentence = new Label();
    private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
    private final Button undo = new Button();

    BulkNotice(BulkViewModel model, Strings strings) {
        super(10);
        this.model = model;
        this.strings = strings;
        setId("bulk-notice");
        getStyleClass().add("bulk-notice");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        undo.setId("bulk-undo");
        undo.setText(strings.get("bulk.undo") + "  " + new StrokeNames(strings).of(Strokes.UNDO));
        undo.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        undo.setOnAction(_ -> model.undo());
        undo.managedProperty().bind(undo.visibleProperty());
        var close = new Button("", new FontIcon(Feather.X));
        close.setAccessibleText(strings.get("action.close"));
        close.setOnAction(_ -> {
            model.forget();
            model.selection().forget();
        });
        for (var button : new Button[]{undo, close}) {
            button.getStyleClass().addAll("flat", "small");
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(icon, sentence, undo, close);
        managedProperty().bind(visibleProperty());
        model.said().subscribe(_ -> render());
        model.selection().lost().subscribe(_ -> render());
    }

    private void render() {
        var said = model.said().get();
        String lost = switch (model.selection().lost().get()) {
            case Lost.Nothing() -> "";
            case Lost.Cleared(int count) -> strings.get("bulk.lost.query", count);
            case Lost.NotFound(int count) -> strings.get("bulk.lost.found", count);
        };
        sentence.setText((said.sentence() + " " + lost).strip());
        undo.setVisible(said.undoable());
        icon.setIconCode(said.trouble()
                ? Feather.ALERT_TRIANGLE
                : said.undoable()
                        ? Feather.CHECK_CIRCLE
                        : Feather.INFO);
        getStyleClass().remove("trouble-said");
        if (said.trouble()) {
            getStyleClass().add("trouble-said");
        }
        setAccessibleText(sentence.getText());
        setVisible(!sentence.getText().isEmpty());
    }
}
