package org.askance.app.labels;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;

/// A label's colour, and others to choose from: the palette by name, and any other. FX thread.
final class ColourMenu extends MenuButton {

    private static final double SIZE_PX = 16;

    private final Strings strings;

    ColourMenu(Strings strings) {
        this.strings = strings;
        getStyleClass().add("labels-colour");
    }

    /// @param label  as people call it
    /// @param colour as it is shown
    /// @param choose gets the colour chosen
    void show(String label, String colour, Consumer<String> choose, Runnable other) {
        setGraphic(LabelColours.swatch(colour, SIZE_PX, SIZE_PX));
        setUserData(colour);
        int index = LabelColours.PALETTE.indexOf(colour);
        setAccessibleText(strings.get("labels.colour.of", label, index < 0 ? colour : name(index)));
        getItems().clear();
        var group = new ToggleGroup();
        for (int i = 0; i < LabelColours.PALETTE.size(); i++) {
            String one = LabelColours.PALETTE.get(i);
            var item = new RadioMenuItem(name(i), LabelColours.swatch(one, SIZE_PX, SIZE_PX));
            item.setToggleGroup(group);
            item.setSelected(one.equals(colour));
            item.setOnAction(_ -> choose.accept(one));
            getItems().add(item);
        }
        var more = new MenuItem(strings.get("labels.colour.other"));
        more.setOnAction(_ -> other.run());
        getItems().addAll(new SeparatorMenuItem(), more);
    }

    private String name(int index) {
        return strings.get("labels.colour." + (index + 1));
    }
}
