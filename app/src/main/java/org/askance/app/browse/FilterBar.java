package org.askance.app.browse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.askance.app.ui.QueryField;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.controlsfx.control.CheckComboBox;

/// Boxes that write a query together, and how many pairs it finds. FX thread.
final class FilterBar extends FlowPane {

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
    /// What the boxes wrote into the query; while it stands there, they can change it.
    private String clicked = "";
    private boolean resetting;

    FilterBar(Strings strings, QueryField search) {
        super(10, 8);
        this.strings = strings;
        this.search = search;
        getStyleClass().add("filters");
        setAlignment(Pos.CENTER_LEFT);
        splits.setTitle(strings.get("browse.split"));
        name(splits, strings.get("browse.split"));
        splits.setConverter(named(split -> strings.get("split." + split.key())));
        splits.getCheckModel().getCheckedItems().addListener((ListChangeListener<Split>) _ -> apply());
        answers.setConverter(named(value -> strings.get("browse.answers." + value.name().toLowerCase(Locale.ROOT))));
        answers.setValue(ExampleFilter.Answers.ANY);
        answers.valueProperty().subscribe(_ -> apply());
        disagreement.setText(strings.get("browse.disagreement"));
        disagreement.selectedProperty().subscribe(_ -> apply());
        count.getStyleClass().add("about");
        getChildren().setAll(splits, answers, disagreement, count);
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

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    /// Offers boxes for the project's tasks.
    void offer(List<TaskDefinition> tasks) {
        labels.clear();
        predictions.clear();
        getChildren().setAll(splits);
        for (var task : tasks) {
            String name = strings.getOr("task." + task.name(), task.name());
            getChildren().add(taskFilter(task, labels, name));
            getChildren().add(taskFilter(task, predictions, strings.get("browse.predicted", name)));
        }
        getChildren().addAll(answers, disagreement, count);
    }

    private CheckComboBox<String> taskFilter(TaskDefinition task, Map<String, CheckComboBox<String>> into,
            String title) {
        var box = new CheckComboBox<>(FXCollections.observableArrayList(task.labelNames()));
        box.setTitle(title);
        name(box, title);
        box.setConverter(named(label -> strings.getOr("label." + label, label)));
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
    }

    private static Map<String, Set<String>> chosen(Map<String, CheckComboBox<String>> boxes) {
        return boxes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                box -> Set.copyOf(box.getValue().getCheckModel().getCheckedItems())));
    }
}
