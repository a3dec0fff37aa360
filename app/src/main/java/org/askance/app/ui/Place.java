package org.askance.app.ui;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views a person can go to, each with its icon.
public enum Place {
    ANNOTATE(Feather.EDIT_3), BROWSE(Feather.GRID), MAP(Feather.MAP), TRAIN(Feather.TRENDING_UP), ADJUDICATE(
            Feather.USERS);

    private final Feather icon;

    Place(Feather icon) {
        this.icon = icon;
    }

    Ikon icon() {
        return icon;
    }

    /// Key of its name in the strings.
    String titleKey() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
