package org.askance.app.ui;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views a person can go to, each with its icon and shortcut.
public enum Place {
    ANNOTATE(Feather.EDIT_3, KeyCode.DIGIT1), BROWSE(Feather.GRID, KeyCode.DIGIT2), MAP(Feather.MAP,
            KeyCode.DIGIT3),
    TRAIN(Feather.TRENDING_UP, KeyCode.DIGIT4), ADJUDICATE(Feather.USERS, KeyCode.DIGIT5);

    private final Feather icon;
    private final KeyCode digit;

    Place(Feather icon, KeyCode digit) {
        this.icon = icon;
        this.digit = digit;
    }

    Ikon icon() {
        return icon;
    }

    KeyCombination shortcut() {
        return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }

    /// Key of its name in the strings.
    String titleKey() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
