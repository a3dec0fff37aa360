package org.askance.app.browse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Named;
import org.askance.app.ui.QueryField;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.controlsfx.control.CheckComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Boxes that write a query together, and how many pairs it finds. Where the boxes would need many lines they are put
/// behind a button, so that the pairs keep their room. FX thread.
final class FilterBar extends VBox {

    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final double GAP = 10;
    /// So many lines of boxes leave room enough.
    private static final int LINES = 2;

    private final Strings strings;
    private final QueryField search;
    private final CheckComboBox<Split> splits = new CheckComboBox<>(
            FXCollections.observableArrayList(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE));
    private final CheckBox disagreement = new CheckBox();
    private final ComboBox<ExampleFilter.Answers> answers = new ComboBox<>(
            FXCollections.observableArrayList(ExampleFilter.Answers.values()));
    private final Map<String, CheckComboBox<String>> labels = new HashMap<>();
    private final Map<String, CheckComboBox<String>> predictions = new HashMap<>();
    private final Label count = new Label();
    private final FlowPane boxes = new FlowPane(GAP, 8);
    private final ToggleButton unfold = new ToggleButton();
    private final HBox folded = new HBox(GAP, unfold);
    /// What the boxes wrote into the query; while it stands there, they can change it.
    private String clicked = "";
    private boolean resetting;

    FilterBar(Strings strings, QueryField search) {
        super(8);
        this.strings = strings;
        this.search = search;
        getStyleClass().add("filters");
        boxes.setAlignment(Pos.CENTER_LEFT);
        folded.setAlignment(Pos.CENTER_LEFT);
        unfold.setId("filters-unfold");
        unfold.setGraphic(new FontIcon(Feather.FILTER));
        unfold.selectedProperty().subscribe(_ -> fold());
        folded.managedProperty().bind(folded.visibleProperty());
        folded.setMinWidth(USE_PREF_SIZE);
        boxes.managedProperty().bind(boxes.visibleProperty());
        splits.setTitle(strings.get("browse.split"));
        name(splits, strings.get("browse.split"));
        splits.setConverter(new Named<>(split -> strings.get("split." + split.key())));
        splits.getCheckModel().getCheckedItems().addListener((ListChangeListener<Split>) _ -> apply());
        answers.setConverter(
                new Named<>(value -> strings.get("browse.answers." + value.name().toLowerCase(Locale.ROOT))));
        answers.setValue(ExampleFilter.Answers.ANY);
        answers.valueProperty().subscribe(_ -> apply());
        disagreement.setText(strings.get("browse.disagreement"));
        disagreement.selectedProperty().subscribe(_ -> apply());
        count.getStyleClass().add("about");
        boxes.getChildren().setAll(splits, answers, disagreement, count);
        getChildren().setAll(boxes);
        // Later: while a window is laid out, nothing may be put in or taken out.
        widthProperty().subscribe(_ -> Platform.runLater(this::fold));
        tell();
    }

    /// Looks anew whether the boxes have room, such as when texts have become larger.
    void fold() {
        boolean crowded = lines() > LINES;
        var home = crowded ? folded : boxes;
        if (!home.equals(count.getParent())) {
            boxes.getChildren().remove(count);
            folded.getChildren().remove(count);
            home.getChildren().add(count);
        }
        folded.setVisible(crowded);
        boxes.setVisible(!crowded || unfold.isSelected());
        pseudoClassStateChanged(FOLDED, !boxes.isVisible());
    }

    private int lines() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double at = 0;
        int lines = 1;
        for (var box : boxes.getChildren()) {
            double width = box.prefWidth(-1);
            if (at > 0 && at + width > room) {
                lines++;
                at = 0;
            }
            at += width + GAP;
        }
        return room <= 0 ? 1 : lines;
    }

    /// The button behind which the boxes are, and the count: shown while they are crowded, in another line.
    Node folded() {
        return folded;
    }

    /// How many boxes narrow the search, also while they are folded away.
    private void tell() {
        long narrowing = Stream.concat(Stream.of(splits), Stream.concat(labels.values().stream(),
                predictions.values().stream())).filter(box -> !box.getCheckModel().getCheckedItems().isEmpty()).count()
                + (disagreement.isSelected() ? 1 : 0) + (answers.getValue() == ExampleFilter.Answers.ANY ? 0 : 1);
        unfold.setText(strings.get("browse.filters", narrowing));
    }

    /// The text says how many were found.
    Label count() {
        return count;
    }

    /// What is typed now; where the boxes' part of it was changed by hand, they say nothing about it any more.
    void typed(String text) {
        if (!text.contains(clicked)) {
            reset();
        }
    }

    /// ControlsFX tells screen readers neither what it is nor what for.
    private static void name(CheckComboBox<?> box, String title) {
        box.setAccessibleRole(AccessibleRole.COMBO_BOX);
        box.setAccessibleText(title);
    }

    /// Offers boxes for the project's tasks.
    void offer(List<TaskDefinition> tasks) {
        labels.clear();
        predictions.clear();
        boxes.getChildren().setAll(splits);
        for (var task : tasks) {
            String name = strings.getOr("task." + task.name(), task.name());
            boxes.getChildren().add(taskFilter(task, labels, name));
            boxes.getChildren().add(taskFilter(task, predictions, strings.get("browse.predicted", name)));
        }
        boxes.getChildren().addAll(answers, disagreement);
        folded.getChildren().remove(count);
        boxes.getChildren().add(count);
        tell();
        Platform.runLater(this::fold);
    }

    private CheckComboBox<String> taskFilter(TaskDefinition task, Map<String, CheckComboBox<String>> into,
            String title) {
        var box = new CheckComboBox<>(FXCollections.observableArrayList(task.labelNames()));
        box.setTitle(title);
        name(box, title);
        box.setConverter(new Named<>(label -> strings.getOr("label." + label, label)));
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> apply());
        into.put(task.name(), box);
        return box;
    }

    /// Writes what is clicked together into the query, in place of what was before.
    private void apply() {
        if (resetting) {
            return;
        }
        String now = new ExampleFilter("", Set.copyOf(splits.getCheckModel().getCheckedItems()), chosen(labels),
                chosen(predictions), disagreement.isSelected(), answers.getValue()).query();
        String text = search.text();
        String rest = clicked.isEmpty() ? text : text.replace(clicked, "").replace("  ", " ");
        clicked = now;
        search.write((rest.strip() + " " + now).strip());
        tell();
    }

    /// The query was changed by hand where the boxes had written: they say nothing about it any more.
    private void reset() {
        resetting = true;
        clicked = "";
        splits.getCheckModel().clearChecks();
        labels.values().forEach(box -> box.getCheckModel().clearChecks());
        predictions.values().forEach(box -> box.getCheckModel().clearChecks());
        disagreement.setSelected(false);
        answers.setValue(ExampleFilter.Answers.ANY);
        resetting = false;
        tell();
    }

    private static Map<String, Set<String>> chosen(Map<String, CheckComboBox<String>> boxes) {
        return boxes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                box -> Set.copyOf(box.getValue().getCheckModel().getCheckedItems())));
    }
}
