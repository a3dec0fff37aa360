package org.askance.app.browse;

import impl.org.controlsfx.skin.GridViewSkin;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongConsumer;
import javafx.collections.ObservableListBase;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.askance.app.text.Strings;
import org.askance.app.ui.Pictures;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;

/// The cards of what was found, selected by mouse as lists are; cells exist only for what is visible. FX thread.
final class PairGrid {

    private static final double GAP = 8;
    private static final double SCROLL_BAR = 18;

    private final GridView<Long> grid = new GridView<>();
    private final BrowseViewModel model;
    private final Strings strings;
    private final SelectionViewModel selection;
    private final ContextMenu menu;
    private final LongConsumer open;
    private final Set<PairCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private CellSize least;
    private CellSize size;
    private double tall;

    /// @param menu what can be done to the selected pairs
    /// @param open shows one pair
    PairGrid(BrowseViewModel model, SelectionViewModel selection, Pictures pictures, Strings strings, CellSize size,
            ContextMenu menu, LongConsumer open) {
        this.model = model;
        this.strings = strings;
        this.selection = selection;
        this.menu = menu;
        this.open = open;
        this.least = size;
        this.size = size;
        grid.setId("grid");
        grid.setFocusTraversable(true);
        grid.setAccessibleRole(AccessibleRole.LIST_VIEW);
        grid.setAccessibleText(strings.get("place.browse"));
        // The flow within would take Tab once more, and answers to no key.
        grid.skinProperty().subscribe(_ -> grid.lookupAll(".virtual-flow")
                .forEach(flow -> flow.setFocusTraversable(false)));
        grid.setHorizontalCellSpacing(GAP);
        grid.widthProperty().subscribe(_ -> stretch());
        grid.insetsProperty().subscribe(_ -> stretch());
        grid.setCellFactory(_ -> {
            var cell = new PairCell(model, selection, pictures, strings, this.size);
            cells.add(cell);
            cell.setOnMouseClicked(click -> clicked(cell, click));
            cell.setOnContextMenuRequested(request -> offer(cell, request));
            return cell;
        });
        grid.setOnContextMenuRequested(this::offerByKey);
        grid.focusedProperty().subscribe(focused -> {
            if (focused && selection.cursor() == Selection.NOWHERE) {
                selection.go(firstVisible());
            }
        });
        selection.changes().subscribe(_ -> mark());
    }

    GridView<Long> node() {
        return grid;
    }

    /// Shows what was found; where it is the same as before, only what is on the cards is new, and nobody is taken from
    /// where they were.
    void show(long[] ids) {
        if (grid.getItems() instanceof Ids known && Arrays.equals(known.ids, ids)) {
            cells.forEach(PairCell::refresh);
        } else {
            grid.setItems(new Ids(ids));
            reveal();
        }
    }

    /// Takes another size of cards, at least.
    ///
    /// @param height that there is for rows, whatever is shown below them for a while
    void fit(CellSize other, double height) {
        least = other;
        tall = height - grid.snappedTopInset() - grid.snappedBottomInset();
        stretch();
    }

    /// Cards share the width that there is, so that none is left empty.
    private void stretch() {
        double room = grid.getWidth() - grid.snappedLeftInset() - grid.snappedRightInset() - SCROLL_BAR;
        size = least.within(room, tall, 2 * GAP);
        grid.setCellWidth(size.width());
        grid.setCellHeight(size.height());
        grid.setVerticalCellSpacing(spacing());
        cells.forEach(cell -> cell.fit(size));
    }

    private double spacing() {
        return size.beside() ? GAP / 2 : GAP;
    }

    private void mark() {
        cells.forEach(PairCell::mark);
        grid.getStyleClass().remove("choosing");
        if (selection.count().get() > 0) {
            grid.getStyleClass().add("choosing");
        }
        say();
    }

    /// For those who do not see the card that keys start from.
    private void say() {
        int at = selection.cursor();
        model.row(at, row -> {
            if (at == selection.cursor()) {
                grid.setAccessibleText(strings.get("browse.at", at + 1, selection.found(),
                        selection.isSelected(at) ? 1 : 0, row.example().text()));
            }
        });
    }

    private void clicked(PairCell cell, MouseEvent click) {
        if (click.getButton() != MouseButton.PRIMARY || cell.getItem() == null) {
            return;
        }
        grid.requestFocus();
        if (click.getClickCount() == 2) {
            open.accept(cell.getItem());
        } else if (click.isShiftDown()) {
            selection.extend(cell.getIndex(), click.isShortcutDown());
        } else if (click.isShortcutDown()) {
            selection.toggle(cell.getIndex());
        } else {
            selection.only(cell.getIndex());
        }
    }

    /// One that is not selected is selected alone, as in lists: the menu is about what one sees selected.
    private void offer(PairCell cell, ContextMenuEvent request) {
        if (cell.getItem() != null && !request.isKeyboardTrigger()) {
            if (!selection.isSelected(cell.getIndex())) {
                selection.only(cell.getIndex());
            }
            // Not of the card: that may be another when what was found is read anew.
            menu.show(grid, request.getScreenX(), request.getScreenY());
            request.consume();
        }
    }

    private void offerByKey(ContextMenuEvent request) {
        if (selection.count().get() == 0 && selection.cursor() != Selection.NOWHERE) {
            selection.only(selection.cursor());
        }
        if (selection.count().get() > 0) {
            var at = cells.stream().filter(cell -> cell.getItem() != null && cell.getIndex() == selection.cursor())
                    .findFirst().map(cell -> cell.localToScreen(cell.getWidth() / 2, size.frame() / 2));
            menu.show(grid, at.map(point -> point.getX()).orElse(request.getScreenX()),
                    at.map(point -> point.getY()).orElse(request.getScreenY()));
        }
        request.consume();
    }

    /// How many cards stand side by side.
    int columns() {
        return grid.getSkin() instanceof GridViewSkin<?> skin ? Math.max(1, skin.computeMaxCellsInRow()) : 1;
    }

    /// How many rows are seen at once.
    int rows() {
        return Math.max(1, (int) (grid.getHeight() / (size.height() + 2 * spacing())));
    }

    private @Nullable VirtualFlow<?> flow() {
        return grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private int firstVisible() {
        var flow = flow();
        var first = flow == null ? null : flow.getFirstVisibleCell();
        return first == null ? 0 : first.getIndex() * columns();
    }

    /// Scrolls as little as makes the cursor's card visible.
    void reveal() {
        var flow = flow();
        if (flow != null && selection.cursor() != Selection.NOWHERE) {
            flow.scrollTo(selection.cursor() / columns());
        }
    }

    /// Ids without a box for each.
    private static final class Ids extends ObservableListBase<Long> {
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
