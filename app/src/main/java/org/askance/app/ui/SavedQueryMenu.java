package org.askance.app.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import org.askance.app.text.Strings;
import org.askance.storage.query.SavedQueries;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Saved queries beside a query field: asked by a click, and saved, renamed, deleted. FX thread.
public final class SavedQueryMenu extends MenuButton {

    private final Strings strings;
    private final QueryField field;
    private final Consumer<Consumer<SavedQueries>> change;

    /// @param change runs a change in the background
    public SavedQueryMenu(Strings strings, QueryField field, Consumer<Consumer<SavedQueries>> change) {
        super("", new FontIcon(Feather.BOOKMARK));
        this.strings = strings;
        this.field = field;
        this.change = change;
        setId("saved-queries");
        setAccessibleText(strings.get("query.saved"));
        setTooltip(new Tooltip(strings.get("query.saved")));
        offer(List.of());
    }

    public void offer(List<SavedQueries.Saved> saved) {
        var save = new MenuItem(strings.get("query.save"));
        save.disableProperty().bind(field.query().map(String::isBlank));
        save.setOnAction(_ -> name("").ifPresent(name -> {
            String text = field.text();
            change.accept(queries -> queries.save(name, text));
        }));
        getItems().setAll(save, new SeparatorMenuItem());
        if (saved.isEmpty()) {
            var none = new CustomMenuItem(new Label(strings.get("query.saved.none")), false);
            getItems().add(none);
        }
        saved.forEach(one -> getItems().add(menu(one)));
    }

    private Menu menu(SavedQueries.Saved one) {
        var ask = new MenuItem(strings.get("query.ask", one.text()));
        ask.setOnAction(_ -> field.write(one.text()));
        var rename = new MenuItem(strings.get("query.rename"));
        rename.setOnAction(_ -> name(one.name())
                .ifPresent(name -> change.accept(queries -> queries.rename(one.name(), name))));
        var delete = new MenuItem(strings.get("query.delete"));
        delete.setOnAction(_ -> change.accept(queries -> queries.delete(one.name())));
        return new Menu(one.name(), null, ask, new SeparatorMenuItem(), rename, delete);
    }

    private java.util.Optional<String> name(String old) {
        var dialog = new TextInputDialog(old);
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle(strings.get("query.saved"));
        dialog.setHeaderText(null);
        dialog.setContentText(strings.get("query.name"));
        Dialogs.openWhole(dialog.getDialogPane());
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }
}
