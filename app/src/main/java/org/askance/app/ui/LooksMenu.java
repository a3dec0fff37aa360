package org.askance.app.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.askance.app.text.Strings;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// In the header: theme, contrast, size of text, motion. FX thread.
final class LooksMenu extends MenuButton {

    private final Strings strings;
    private final ObjectProperty<Looks> looks;

    /// @param chosen hears of each change
    /// @param others end the menu
    LooksMenu(Looks now, Strings strings, Consumer<Looks> chosen, MenuItem... others) {
        super("", new FontIcon(Feather.SUN));
        this.strings = strings;
        this.looks = new SimpleObjectProperty<>(now);
        setId("menu-looks");
        setAccessibleText(strings.get("menu.appearance"));
        setTooltip(new Tooltip(strings.get("menu.appearance")));
        var group = new ToggleGroup();
        for (var one : Appearance.values()) {
            getItems().add(radio(group, "appearance." + one.key(), looks.get().appearance() == one,
                    before -> before.with(one)));
        }
        var sizes = new Menu(strings.get("appearance.text"));
        sizes.setId("menu-text-size");
        var sizeGroup = new ToggleGroup();
        for (var one : Looks.TextSize.values()) {
            var item = radio(sizeGroup, "appearance.text.percent", looks.get().textSize() == one,
                    before -> before.with(one));
            item.setText(strings.get("appearance.text.percent", one.percent()));
            item.setId("text-size-" + one.percent());
            sizes.getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(),
                check("appearance.contrast", now.highContrast(), Looks::withHighContrast), sizes,
                check("appearance.still", now.reducedMotion(), Looks::withReducedMotion), new SeparatorMenuItem());
        getItems().addAll(others);
        looks.addListener((_, _, after) -> chosen.accept(after));
    }

    private RadioMenuItem radio(ToggleGroup group, String key, boolean selected, Function<Looks, Looks> change) {
        var item = new RadioMenuItem(strings.get(key));
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(_ -> looks.set(change.apply(looks.get())));
        return item;
    }

    /// How a mark changes the looks.
    @FunctionalInterface
    private interface Change {
        Looks of(Looks before, boolean wanted);
    }

    private CheckMenuItem check(String key, boolean selected, Change change) {
        var item = new CheckMenuItem(strings.get(key));
        item.setId(key.replace('.', '-'));
        item.setSelected(selected);
        item.selectedProperty().addListener((_, _, wanted) -> looks.set(change.of(looks.get(), wanted)));
        return item;
    }
}
