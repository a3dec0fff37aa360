package org.askance.app.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.askance.app.text.Strings;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.StrokeNames;
import org.askance.storage.annotation.Act;

/// Menu entries of what can be done to the selected pairs, each with its key. FX thread.
final class BulkItems {

    /// More labels than these stand in a menu of their task's.
    private static final int FLAT = 8;

    private final Strings strings;
    private final Consumer<Act> perform;

    BulkItems(Strings strings, Consumer<Act> perform) {
        this.strings = strings;
        this.perform = perform;
    }

    MenuItem item(BulkAction action) {
        return item(action.id(), action.text(), action.stroke().map(new StrokeNames(strings)::of).orElse(""),
                () -> perform.accept(action.act()));
    }

    MenuItem item(String id, String text, Stroke stroke, Runnable action) {
        return item(id, text, new StrokeNames(strings).of(stroke), action);
    }

    private static MenuItem item(String id, String text, String keyName, Runnable action) {
        var key = new Label(keyName);
        key.getStyleClass().add("menu-key");
        // Not an accelerator: that would be one of the whole window.
        var item = new MenuItem(text, key);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Labels task by task, apart by lines; in menus of their own where they are many.
    List<MenuItem> labels(BulkAction.All actions) {
        int count = actions.labels().values().stream().mapToInt(List::size).sum();
        var items = new ArrayList<MenuItem>();
        actions.labels().forEach((task, labels) -> {
            var ofTask = labels.stream().map(this::item).toList();
            if (count > FLAT) {
                var menu = new Menu(task);
                menu.setMnemonicParsing(false);
                menu.getItems().setAll(ofTask);
                items.add(menu);
            } else {
                if (!items.isEmpty()) {
                    items.add(new SeparatorMenuItem());
                }
                items.addAll(ofTask);
            }
        });
        return items;
    }

    List<MenuItem> moves(BulkAction.All actions) {
        return actions.moves().stream().map(this::item).toList();
    }

    /// Everything, for the menu of a pair.
    List<MenuItem> all(BulkAction.All actions) {
        var items = new ArrayList<>(labels(actions));
        items.add(new SeparatorMenuItem());
        actions.marks().forEach(mark -> items.add(item(mark)));
        var move = new Menu(strings.get("bulk.move"));
        move.setId("bulk-move");
        move.getItems().setAll(moves(actions));
        items.add(move);
        items.add(item(actions.clear()));
        return items;
    }
}
