package org.askance.app.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.askance.app.manual.ManualViewModel.Place;
import org.askance.app.manual.ManualViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.ManualPage;
import org.controlsfx.control.textfield.TextFields;

/// All pages, or where the words that are looked for stand. FX thread.
final class PageList extends VBox {

    private static final double MARGIN_PX = 10;
    private static final Duration TYPING = Duration.millis(150);

    /// A line of the list.
    ///
    /// @param above  the page it belongs to; empty for a page itself
    /// @param around words of it; empty for a page
    record Entry(String name, String above, String around, Place place) {}

    private final ManualViewModel model;
    private final Strings strings;
    private final TextField search = TextFields.createClearableTextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label none = new Label();
    private final PauseTransition typed = new PauseTransition(TYPING);
    private boolean filling;

    PageList(ManualViewModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        getStyleClass().add("manual-list");
        setMinWidth(170);
        search.setId("manual-search");
        VBox.setMargin(search, new Insets(0, MARGIN_PX, 0, MARGIN_PX));
        search.setPromptText(strings.get("manual.search"));
        search.setAccessibleText(strings.get("manual.search"));
        typed.setOnFinished(_ -> model.find(search.getText()));
        search.textProperty().subscribe((_, _) -> typed.playFromStart());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::fromSearch);
        list.setId("manual-pages");
        list.setAccessibleText(strings.get("manual.contents"));
        list.setCellFactory(_ -> new EntryCell());
        none.setWrapText(true);
        none.getStyleClass().add("manual-none");
        none.setMinHeight(Region.USE_PREF_SIZE);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe((_, entry) -> {
            if (!filling && entry != null) {
                model.open(entry.place());
            }
        });
        getChildren().setAll(search, list);
    }

    private void fromSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            typed.stop();
            model.find(search.getText());
            if (!list.getItems().isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// Whether there was something to take away.
    boolean clear() {
        if (search.getText().isEmpty()) {
            return false;
        }
        search.clear();
        typed.stop();
        model.find("");
        return true;
    }

    void show(State.Reading reading) {
        filling = true;
        var entries = reading.hits().map(PageList::hits).orElseGet(() -> pages(reading.manual()));
        if (!entries.equals(list.getItems())) {
            list.getItems().setAll(entries);
        }
        none.setText(strings.get("manual.nothing", search.getText()));
        var here = entries.stream().filter(entry -> entry.place.equals(reading.place())).findFirst()
                .or(() -> reading.hits().isPresent()
                        ? Optional.empty()
                        : entries.stream().filter(entry -> entry.place.page() == reading.place().page()).findFirst());
        here.ifPresentOrElse(entry -> {
            if (!entry.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(entry);
                list.scrollTo(entry);
            }
        }, list.getSelectionModel()::clearSelection);
        filling = false;
    }

    private static List<Entry> pages(Manual manual) {
        return Arrays.stream(ManualPage.values())
                .map(page -> new Entry(manual.page(page).title(), "", "", new Place(page, ""))).toList();
    }

    private static List<Entry> hits(List<Manual.Hit> hits) {
        return hits.stream().map(hit -> new Entry(hit.section().heading(),
                hit.section().anchor().isEmpty() ? "" : hit.title(), hit.around(),
                new Place(hit.page(), hit.section().anchor()))).toList();
    }
}
