package org.askance.app.annotate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.jspecify.annotations.Nullable;

/// What can be done to the pair, with the key of each. FX thread.
final class PairMenu extends ContextMenu {

    private static final List<@Nullable KeyAction> ITEMS = java.util.Arrays.asList(KeyAction.SKIP, KeyAction.FLAG,
            KeyAction.COMMENT, null, KeyAction.UNDO, KeyAction.REDO, null, KeyAction.ZOOM_IN, KeyAction.ZOOM_OUT,
            KeyAction.ZOOM_FIT, KeyAction.ZOOM_ACTUAL, KeyAction.ROTATE, KeyAction.ROTATE_BACK, null,
            KeyAction.EXPLAIN, null, KeyAction.HELP, KeyAction.KEYS, KeyAction.LABELS);

    PairMenu(Supplier<KeyTable> table, KeyNames names, Consumer<KeyAction> perform) {
        setId("pair-menu");
        setOnShowing(_ -> getItems().setAll(ITEMS.stream()
                .map(action -> action == null ? new SeparatorMenuItem() : item(action, table.get(), names, perform))
                .toList()));
        // A menu without entries never shows.
        getItems().add(new SeparatorMenuItem());
    }

    private static MenuItem item(KeyAction action, KeyTable table, KeyNames names, Consumer<KeyAction> perform) {
        var key = new Label(names.first(table.of(action)));
        key.getStyleClass().add("menu-key");
        // Not an accelerator: that would be one of the whole window, and the view has its own keys.
        var item = new MenuItem(names.of(action), key);
        item.setId("pair-" + action.key());
        item.setOnAction(_ -> perform.accept(action));
        return item;
    }
}
