package org.askance.app.queues;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.jspecify.annotations.Nullable;

/// One queue in the chooser: its name, how it orders, how many are open, and whether it is blind.
final class QueueCell extends ListCell<QueueViewModel.Entry> {

    private static final double SCROLL_BAR = 44;
    private static final String WORDS = "-fx-pref-width: 40em; -fx-max-width: 40em;";

    private final QueueViewModel model;
    private final Strings strings;
    private final Label name = new Label();
    private final Label how = new WrappingLabel("");
    private final Label open = new Label();
    private final CheckBox blind = new CheckBox();
    private final HBox row;

    QueueCell(QueueViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        name.getStyleClass().add("queue-title");
        how.getStyleClass().add("about");
        // A list asks for heights before it gives widths.
        how.setStyle(WORDS);
        open.getStyleClass().add("figure");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setAlignment(Pos.CENTER_RIGHT);
        blind.setText(strings.get("queue.blind"));
        // By keyboard it is the letter that the dialog names.
        blind.setFocusTraversable(false);
        blind.setMinWidth(Region.USE_PREF_SIZE);
        blind.setOnAction(_ -> model.blind(getItem().kind(), blind.isSelected()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(2, name, how);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(16, words, open, blind);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        row.maxWidthProperty().bind(widthProperty().subtract(SCROLL_BAR));
    }

    @Override
    protected void updateItem(QueueViewModel.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(model.title(entry.kind()));
        how.setText(model.how(entry.kind()));
        open.setText(entry.count() < 0
                ? strings.get(entry.kind().isRanked() ? "queue.open.unknown" : "queue.open.search")
                : strings.get("queue.open", entry.open(), entry.count()));
        blind.setSelected(entry.blind());
        setGraphic(row);
        setAccessibleText(name.getText() + ". " + how.getText() + " " + open.getText());
    }
}
