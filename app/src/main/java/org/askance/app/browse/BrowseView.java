package org.askance.app.browse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Message;
import org.askance.app.ui.Navigator;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.QueryField;
import org.askance.app.ui.SavedQueryMenu;
import org.askance.app.ui.Stroke;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All pairs as a grid, searched and filtered, and selected to be labelled, flagged or moved together. Its looks live
/// in `browse.css`.
public final class BrowseView implements Feature {

    private final BrowseViewModel model;
    private final BulkViewModel bulk;
    private final SelectionViewModel selection;
    private final Strings strings;
    private final Navigator navigator;
    private final BorderPane root = new BorderPane();
    private final StackPane centre = new StackPane();
    private final QueryField search;
    private final SavedQueryMenu saved;
    private final FilterBar filters;
    private final ContextMenu menu = new ContextMenu();
    private final BulkItems items;
    private final PairGrid grid;
    private final GridKeys keys;
    private final BulkBar bar;
    /// `null` while no project has told its tasks.
    private BulkAction.@Nullable All actions;
    private LongConsumer gold = _ -> {};
    private boolean stale;

    public BrowseView(BrowseViewModel model, BulkViewModel bulk, Strings strings, Pictures pictures,
            Navigator navigator) {
        this.model = model;
        this.bulk = bulk;
        this.selection = bulk.selection();
        this.strings = strings;
        this.navigator = navigator;
        this.search = new QueryField(strings, model::complete);
        this.saved = new SavedQueryMenu(strings, search, model::change);
        this.filters = new FilterBar(strings, search);
        this.items = new BulkItems(strings, bulk::act);
        this.grid = new PairGrid(model, selection, pictures, strings,
                CellSize.of(List.of(), strings, filters.count().getFont()), menu, navigator::openExample);
        this.keys = new GridKeys(grid, selection);
        this.bar = new BulkBar(bulk, strings);
        root.getStyleClass().add("browse");
        root.getStylesheets().add(
                Objects.requireNonNull(BrowseView.class.getResource("browse.css")).toExternalForm());
        var head = new VBox(top(), filters);
        root.setTop(head);
        // Later: while a window is laid out, cards may not be changed.
        root.heightProperty().subscribe(_ -> Platform.runLater(this::fit));
        head.heightProperty().subscribe(_ -> Platform.runLater(this::fit));
        centre.setMinHeight(0);
        root.setCenter(centre);
        root.setBottom(bar);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        menu.setId("pairs-menu");
        model.tasks().subscribe(this::offer);
        // The count is written as large as a card's labels.
        // Later: while styles are applied, the grid may not be laid out anew.
        filters.count().fontProperty().subscribe(_ -> Platform.runLater(this::fit));
        model.state().subscribe(this::render);
        bulk.state().subscribe(this::ask);
        search.onEnter(this::enterGrid);
    }

    /// @param newGold makes one pair gold, with labels that are chosen
    public void markGoldBy(LongConsumer newGold) {
        gold = newGold;
    }

    /// The pair that keys start from; [Queue#NOWHERE] for none.
    public long example() {
        return selection.cursor() == Selection.NOWHERE ? Queue.NOWHERE : selection.here();
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
            filters.typed(text);
            model.query().set(text);
        });
        model.problem().subscribe(problem -> search.show(problem));
        model.saved().subscribe(list -> saved.offer(list));
        var line = new HBox(6, search, saved, filters.folded());
        line.getStyleClass().add("search");
        return line;
    }

    private void offer(List<TaskDefinition> tasks) {
        filters.offer(tasks);
        fit();
        if (tasks.isEmpty()) {
            return;
        }
        var offered = BulkAction.of(tasks, strings);
        actions = offered;
        bar.offer(offered);
        var one = items.item("bulk-gold-one", strings.get("bulk.gold.one"),
                new Stroke("G", true, true, false), () -> gold.accept(example()));
        menu.getItems().setAll(items.all(offered));
        menu.getItems().addAll(one, new SeparatorMenuItem(),
                items.item("bulk-menu-undo", strings.get("bulk.undo"), Strokes.UNDO, bulk::undo),
                items.item("bulk-menu-redo", strings.get("bulk.redo"), Strokes.REDO, bulk::redo),
                new SeparatorMenuItem(),
                items.item("bulk-menu-all", strings.get("bulk.menu.all"), Strokes.ALL, selection::all),
                items.item("bulk-menu-open", strings.get("bulk.open"), Strokes.OPEN, this::open));
        menu.setOnShowing(_ -> {
            boolean able = bulk.whyNot().isEmpty();
            var last = menu.getItems().size() - 3;
            menu.getItems().subList(0, last).forEach(item -> item.setDisable(!able));
            one.setDisable(!able || selection.count().get() != 1);
        });
    }

    private void fit() {
        filters.fold();
        double room = root.getTop() instanceof Region head ? root.getHeight() - head.getHeight() : 0;
        grid.fit(CellSize.of(model.tasks().get(), strings, filters.count().getFont()), room);
    }

    private void enterGrid() {
        if (model.problem().get() == null && !centre.getChildren().isEmpty()) {
            grid.node().requestFocus();
        }
    }

    private void open() {
        if (selection.cursor() != Selection.NOWHERE) {
            navigator.openExample(selection.here());
        }
    }

    private void pressed(KeyEvent key) {
        if (!(key.getTarget() instanceof TextInputControl) && Stroke.of(key).filter(stroke -> run(key, stroke))
                .isPresent()) {
            key.consume();
        }
    }

    private boolean run(KeyEvent key, Stroke stroke) {
        if (stroke.equals(Strokes.UNDO)) {
            bulk.undo();
        } else if (stroke.equals(Strokes.REDO) || stroke.equals(Strokes.REDO_TOO)) {
            bulk.redo();
        } else if (stroke.equals(Strokes.SEARCH)) {
            search.focus();
        } else if (!grid.node().equals(root.getScene().getFocusOwner())) {
            return act(stroke);
        } else if (stroke.equals(Strokes.NONE)) {
            leave();
        } else if (stroke.equals(Strokes.OPEN) || key.getCode() == KeyCode.ENTER) {
            open();
        } else {
            return keys.press(key) || act(stroke);
        }
        return true;
    }

    /// Escape: first the selection goes, then what is said about it.
    private void leave() {
        if (selection.count().get() > 0) {
            selection.clear();
        } else {
            bulk.forget();
            selection.forget();
        }
    }

    private boolean act(Stroke stroke) {
        var action = Optional.ofNullable(actions).flatMap(all -> all.find(stroke));
        action.ifPresent(found -> bulk.act(found.act()));
        return action.isPresent();
    }

    private void ask(BulkViewModel.State state) {
        if (state instanceof BulkViewModel.State.Asking(var reviewed)) {
            new BulkDialog(root.getScene().getWindow(), bulk, strings, reviewed).show();
        }
    }

    private void render(BrowseViewModel.State state) {
        switch (state) {
            case BrowseViewModel.State.Busy(),BrowseViewModel.State.Closed() -> filters.count().setText("");
            case BrowseViewModel.State.Empty() -> {
                filters.count().setText("");
                var importing = new Button(strings.get("menu.import"));
                importing.setOnAction(_ -> navigator.importPairs());
                put(new Message(Feather.INBOX, strings.get("annotate.empty"), strings.get("annotate.empty.how"))
                        .with(importing));
            }
            case BrowseViewModel.State.Nothing(int total, var _) -> {
                filters.count().setText(strings.get("browse.count", 0, total));
                put(new Message(Feather.SEARCH, strings.get("browse.nothing"),
                        strings.get("browse.nothing.how", total)));
            }
            case BrowseViewModel.State.Found(long[] ids, int total, var _) -> {
                filters.count().setText(strings.get("browse.count", ids.length, total));
                grid.show(ids);
                put(grid.node());
            }
        }
    }

    /// What is taken out loses the keyboard, and what is put in does not have it: it goes along.
    private void put(Node shown) {
        if (centre.getChildren().equals(List.of(shown))) {
            return;
        }
        boolean had = grid.node().isFocused() || centre.isFocused();
        centre.getChildren().setAll(shown);
        if (had) {
            (shown.isFocusTraversable() ? shown : centre).requestFocus();
        }
    }
}
