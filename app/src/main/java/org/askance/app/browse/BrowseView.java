package org.askance.app.browse;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Message;
import org.askance.app.ui.Navigator;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.GridView;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/// All pairs as a grid, searched and filtered. Its looks live in `browse.css`.
public final class BrowseView implements Feature {

    private static final Duration TYPING = Duration.millis(180);

    private final BrowseViewModel model;
    private final Strings strings;
    private final BorderPane root = new BorderPane();
    private final GridView<Long> grid = new GridView<>();
    private final StackPane centre = new StackPane();
    private final FlowPane bar = new FlowPane(10, 8);
    private final TextField search = TextFields.createClearableTextField();
    private final CheckComboBox<Split> splits = new CheckComboBox<>(
            FXCollections.observableArrayList(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE));
    private final CheckBox disagreement = new CheckBox();
    private final ComboBox<ExampleFilter.Answers> answers = new ComboBox<>(
            FXCollections.observableArrayList(ExampleFilter.Answers.values()));
    private final Map<String, CheckComboBox<String>> labels = new HashMap<>();
    private final Map<String, CheckComboBox<String>> predictions = new HashMap<>();
    private final Label count = new Label();
    private boolean stale;

    public BrowseView(BrowseViewModel model, Strings strings, Pictures pictures, Navigator navigator) {
        this.model = model;
        this.strings = strings;
        root.getStyleClass().add("browse");
        root.getStylesheets().add(
                Objects.requireNonNull(BrowseView.class.getResource("browse.css")).toExternalForm());
        grid.setCellWidth(PairCell.WIDTH);
        grid.setCellHeight(PairCell.HEIGHT);
        grid.setHorizontalCellSpacing(8);
        grid.setVerticalCellSpacing(8);
        grid.setCellFactory(_ -> {
            var cell = new PairCell(model, pictures, strings);
            cell.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && cell.getItem() != null) {
                    navigator.openExample(cell.getItem());
                }
            });
            return cell;
        });
        filterBar();
        root.setTop(bar);
        root.setCenter(centre);
        model.tasks().subscribe(this::taskFilters);
        model.state().subscribe(this::render);
    }

    @Override
    public Place place() {
        return Place.BROWSE;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        if (stale) {
            stale = false;
            model.load();
        }
        search.requestFocus();
    }

    /// What is shown may be old; looked at again when the view comes to the front.
    public void invalidate() {
        stale = true;
        if (root.isVisible() && root.getScene() != null) {
            stale = false;
            model.load();
        }
    }

    private void filterBar() {
        bar.getStyleClass().add("filters");
        bar.setAlignment(Pos.CENTER_LEFT);
        search.setPromptText(strings.get("browse.search"));
        search.setPrefWidth(240);
        var typed = new PauseTransition(TYPING);
        typed.setOnFinished(_ -> apply());
        search.textProperty().subscribe(_ -> typed.playFromStart());
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
        splits.setTitle(strings.get("browse.split"));
        splits.setConverter(named(split -> strings.get("split." + split.key())));
        splits.getCheckModel().getCheckedItems().addListener((ListChangeListener<Split>) _ -> apply());
        answers.setConverter(named(value -> strings.get("browse.answers." + value.name().toLowerCase(
                java.util.Locale.ROOT))));
        answers.setValue(ExampleFilter.Answers.ANY);
        answers.valueProperty().subscribe(_ -> apply());
        disagreement.setText(strings.get("browse.disagreement"));
        disagreement.selectedProperty().subscribe(_ -> apply());
        count.getStyleClass().add("about");
        bar.getChildren().setAll(search, splits, answers, disagreement, count);
    }

    private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
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

    private void taskFilters(List<TaskDefinition> tasks) {
        labels.clear();
        predictions.clear();
        bar.getChildren().setAll(search, splits);
        for (var task : tasks) {
            String name = strings.getOr("task." + task.name(), task.name());
            bar.getChildren().add(taskFilter(task, labels, name));
            bar.getChildren().add(taskFilter(task, predictions, strings.get("browse.predicted", name)));
        }
        bar.getChildren().addAll(answers, disagreement, count);
    }

    private CheckComboBox<String> taskFilter(TaskDefinition task, Map<String, CheckComboBox<String>> into,
            String title) {
        var box = new CheckComboBox<>(FXCollections.observableArrayList(task.labelNames()));
        box.setTitle(title);
        box.setConverter(named(label -> strings.getOr("label." + label, label)));
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> apply());
        into.put(task.name(), box);
        return box;
    }

    private void apply() {
        model.filter().set(new ExampleFilter(Objects.requireNonNullElse(search.getText(), ""),
                Set.copyOf(splits.getCheckModel().getCheckedItems()), chosen(labels), chosen(predictions),
                disagreement.isSelected(), answers.getValue()));
    }

    private static Map<String, Set<String>> chosen(Map<String, CheckComboBox<String>> boxes) {
        return boxes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                box -> Set.copyOf(box.getValue().getCheckModel().getCheckedItems())));
    }

    private void render(BrowseViewModel.State state) {
        switch (state) {
            case BrowseViewModel.State.Busy() -> count.setText("");
            case BrowseViewModel.State.Empty() -> {
                count.setText("");
                centre.getChildren().setAll(new Message(Feather.INBOX, strings.get("annotate.empty"),
                        strings.get("annotate.empty.how")));
            }
            case BrowseViewModel.State.Nothing(int total) -> {
                count.setText(strings.get("browse.count", 0, total));
                centre.getChildren().setAll(new Message(Feather.SEARCH, strings.get("browse.nothing"),
                        strings.get("browse.nothing.how", total)));
            }
            case BrowseViewModel.State.Found(long[] ids, int total) -> {
                count.setText(strings.get("browse.count", ids.length, total));
                grid.setItems(FXCollections.observableList(new Ids(ids)));
                centre.getChildren().setAll(grid);
            }
        }
    }

    /// Ids without a box for each.
    private static final class Ids extends AbstractList<Long> {
        private final long[] ids;

        Ids(long[] ids) {
            this.ids = ids;
        }

        @Override
        public Long get(int index) {
            return ids[index];
        }

        @Override
        public int size() {
            return ids.length;
        }
    }
}
