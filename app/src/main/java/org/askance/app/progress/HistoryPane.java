package org.askance.app.progress;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.askance.app.progress.HistoryViewModel.OfLabel;
import org.askance.app.text.Strings;
import org.askance.app.ui.Message;
import org.askance.storage.annotation.OwnAnswer;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One's own answers, newest first; Enter or a double click goes to the pair. FX thread.
final class HistoryPane extends VBox {

    private final HistoryViewModel model;
    private final Strings strings;
    private final LongConsumer look;
    private final ListView<OwnAnswer> list;
    private final ComboBox<OfLabel> label = new ComboBox<>();

    /// @param look shows an example, large
    HistoryPane(HistoryViewModel model, Strings strings, LongConsumer look) {
        super(10);
        this.model = model;
        this.strings = strings;
        this.look = look;
        this.list = new ListView<>(model.answers());
        getStyleClass().add("progress-tab");
        list.setId("history-list");
        list.setAccessibleText(strings.get("history.title"));
        list.setCellFactory(_ -> new AnswerCell(strings, ZoneId.systemDefault(), model::more));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                go();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                go();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var go = new Button(strings.get("history.go"));
        go.setId("history-go");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> go());
        go.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        var how = new Label(strings.get("history.how"));
        how.getStyleClass().add("about");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(how, Priority.ALWAYS);
        how.setMaxWidth(Double.MAX_VALUE);
        var below = new HBox(12, how, go);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(filters(), list, below);
        model.state().subscribe(this::render);
        // Something is chosen, so that Enter goes somewhere.
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
    }

    private Node filters() {
        var today = new CheckBox(strings.get("history.today"));
        today.setId("history-today");
        today.selectedProperty().bindBidirectional(model.today());
        var changed = new CheckBox(strings.get("history.only.changed"));
        changed.setId("history-changed");
        changed.selectedProperty().bindBidirectional(model.changed());
        label.setId("history-label");
        label.setAccessibleText(strings.get("history.label"));
        label.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OfLabel of) {
                return of == null || of.label() == null
                        ? strings.get("history.label.any")
                        : strings.getOr("label." + of.label(), of.label());
            }

            @Override
            public OfLabel fromString(String text) {
                throw new IllegalStateException("the box is not typed into");
            }
        });
        label.getItems().setAll(OfLabel.ANY);
        label.setValue(OfLabel.ANY);
        label.valueProperty().subscribe(of -> {
            if (of != null) {
                model.label().set(of);
            }
        });
        model.label().subscribe(label::setValue);
        model.tasks().subscribe(this::offer);
        var flow = new FlowPane(16, 8, label, today, changed);
        flow.setAlignment(Pos.CENTER_LEFT);
        return flow;
    }

    private void offer(List<TaskDefinition> tasks) {
        var all = new ArrayList<OfLabel>();
        all.add(OfLabel.ANY);
        tasks.forEach(task -> task.labelNames().forEach(name -> all.add(new OfLabel(task.name(), name))));
        if (!label.getItems().equals(all)) {
            var chosen = model.label().get();
            label.getItems().setAll(all);
            label.setValue(all.contains(chosen) ? chosen : OfLabel.ANY);
        }
    }

    private void render(HistoryViewModel.State state) {
        list.setPlaceholder(switch (state) {
            case BUSY -> new ProgressIndicator();
            case LISTED -> new Message(Feather.CLOCK, strings.get("history.none"), strings.get("history.none.how"));
            case UNAVAILABLE -> new Message(Feather.ALERT_TRIANGLE, strings.get("history.unavailable"), "")
                    .with(retry());
        });
    }

    private Button retry() {
        var retry = new Button(strings.get("action.retry"));
        retry.setOnAction(_ -> model.load());
        return retry;
    }

    void focus() {
        list.requestFocus();
    }

    private void go() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            look.accept(chosen.example());
        }
    }
}
