package org.askance.app.people;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.work.TaskAgreement;
import org.jspecify.annotations.Nullable;

/// One task's agreement: all annotators together, each label, and two of them against each other.
final class AgreementCard extends VBox {

    /// As wide in every card, and wider with larger letters.
    private static final String NAME = "-fx-min-width: 12.2em; -fx-max-width: 12.2em;";

    /// Two who are compared.
    record Names(String first, String second) {}

    private final TaskAgreement task;
    private final Strings strings;

    /// @param chosen who were compared last; `null` for the first two
    /// @param choose gets who are compared from now on
    AgreementCard(TaskAgreement task, Strings strings, @Nullable Names chosen, Consumer<Names> choose) {
        super(14);
        this.task = task;
        this.strings = strings;
        getStyleClass().add("card");
        var title = new Label(strings.getOr("task." + task.task(), task.task()));
        title.getStyleClass().add("agreement-title");
        getChildren().setAll(title, about(strings.get("agreement.items", task.overall().items())), figures(),
                about(strings.get("agreement.how")), perLabel());
        if (!task.pairs().isEmpty()) {
            getChildren().add(two(chosen, choose));
        }
    }

    private static Label about(String text) {
        var about = new Label(text);
        about.getStyleClass().add("about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        return about;
    }

    private Node figures() {
        var overall = task.overall();
        var flow = new FlowPane(40, 10);
        flow.getChildren().setAll(
                figure(strings.get("agreement.percent"), Numbers.percent(overall.percent())),
                figure(strings.get("agreement.fleiss"), AgreementDialog.figure(strings, overall.fleiss())),
                figure(strings.get("agreement.krippendorff"), AgreementDialog.figure(strings, overall.krippendorff())));
        return flow;
    }

    private static Node figure(String name, String value) {
        var number = new Label(value);
        number.getStyleClass().add("agreement-figure");
        var box = new VBox(2, number, about(name));
        box.setAccessibleText(name + " " + value);
        return box;
    }

    private String label(int index) {
        return strings.getOr("label." + task.labels().get(index), task.labels().get(index));
    }

    private Node perLabel() {
        var grid = new GridPane(12, 6);
        for (int i = 0; i < task.labels().size(); i++) {
            double share = task.overall().perLabel().get(i);
            var name = new Label(label(i));
            name.setStyle(NAME);
            var bar = new ProgressBar(Double.isNaN(share) ? 0 : share);
            bar.setMinHeight(8);
            bar.setPrefHeight(8);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(label(i));
            GridPane.setHgrow(bar, Priority.ALWAYS);
            var number = new Label(Double.isNaN(share) ? "–" : Numbers.percent(share));
            number.getStyleClass().add("figure");
            number.setStyle("-fx-min-width: 3.2em;");
            number.setAlignment(Pos.CENTER_RIGHT);
            grid.addRow(i, name, bar, number);
        }
        return new VBox(8, about(strings.get("agreement.perlabel")), grid);
    }

    private Node two(@Nullable Names chosen, Consumer<Names> choose) {
        var choice = new ComboBox<>(FXCollections.observableArrayList(task.pairs()));
        choice.setId("agreement-two");
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setCellFactory(_ -> new TwoCell(strings));
        choice.setButtonCell(new TwoCell(strings));
        var name = new Label(strings.get("agreement.two.choose"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(choice);
        var line = new HBox(12, name, choice);
        line.setAlignment(Pos.CENTER_LEFT);
        var below = new VBox(10);
        choice.valueProperty().subscribe(pair -> {
            if (pair != null) {
                below.getChildren().setAll(kappa(pair), new ConfusionTable(task.labels().stream()
                        .map(label -> strings.getOr("label." + label, label)).toList(), pair, strings));
                choose.accept(new Names(pair.first(), pair.second()));
            }
        });
        choice.setValue(task.pairs().stream()
                .filter(pair -> new Names(pair.first(), pair.second()).equals(chosen)).findFirst()
                .orElse(task.pairs().getFirst()));
        return new VBox(12, line, below);
    }

    private Label kappa(TaskAgreement.Two pair) {
        var label = new Label(
                strings.get("agreement.cohen", AgreementDialog.figure(strings, pair.cohen()), pair.both()));
        label.setWrapText(true);
        return label;
    }
}
