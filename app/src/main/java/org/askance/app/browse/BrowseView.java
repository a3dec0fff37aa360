package org.askance.app.browse;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Message;
import org.askance.app.ui.Navigator;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.QueryField;
import org.askance.app.ui.SavedQueryMenu;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.GridView;
import org.kordamp.ikonli.feather.Feather;

/// All pairs as a grid, searched and filtered. Its looks live in `browse.css`.
public final class BrowseView implements Feature {

    private final BrowseViewModel model;
    private final Strings strings;
    private final BorderPane root = new BorderPane();
    private final GridView<Long> grid = new GridView<>();
    private final StackPane centre = new StackPane();
    private final FlowPane bar = new FlowPane(10, 8);
    private final QueryField search;
    private final SavedQueryMenu saved;
    private final CheckComboBox<Split> splits = new CheckComboBox<>(
            FXCollections.observableArrayList(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE));
    private final CheckBox disagreement = new CheckBox();
    private final ComboBox<ExampleFilter.Answers> answers = new ComboBox<>(
            FXCollections.observableArrayList(ExampleFilter.Answers.values()));
    private final Map<String, CheckComboBox<String>> labels = new HashMap<>();
    private final Map<String, CheckComboBox<String>> predictions = new HashMap<>();
    private final Label count = new Label();
    private boolean stale;
    /// What the boxes wrote into the query; while it stands there, they can change it.
    private String clicked = "";
    private boolean resetting;

    public BrowseView(BrowseViewModel model, Strings strings, Pictures pictures, Navigator navigator) {
        this.model = model;
        this.strings = strings;
        this.search = new QueryField(strings, model::complete);
        this.saved = new SavedQueryMenu(strings, search, model::change);
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
        root.setTop(new VBox(top(), bar));
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
        search.focus();
    }

    /// What is shown may be old; looked at again when the view comes to the front.
    public void invalidate() {
        stale = true;
        if (root.isVisible() && root.getScene() != null) {
            stale = false;
            model.load();
        }
    }

    private HBox top() {
        HBox.setHgrow(search, Priority.ALWAYS);
        search.query().subscribe(text -> {
            if (!text.contains(clicked)) {
                reset();
            }
            model.query().set(text);
        });
        model.problem().subscribe(problem -> search.show(problem));
        model.saved().subscribe(list -> saved.offer(list));
        var line = new HBox(6, search, saved);
        line.getStyleClass().add("search");
        return line;
    }

    private void filterBar() {
        bar.getStyleClass().add("filters");
        bar.setAlignment(Pos.CENTER_LEFT);
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
        bar.getChildren().setAll(splits, answers, disagreement, count);
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
        bar.getChildren().setAll(splits);
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
