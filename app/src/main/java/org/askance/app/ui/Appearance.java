package org.askance.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// Light, dark, or as the system. FX thread.
public enum Appearance {
    LIGHT, DARK, SYSTEM;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is asked for in words; anything unknown follows the system.
    public static Appearance of(String name) {
        for (var one : values()) {
            if (one.key().equals(name)) {
                return one;
            }
        }
        return SYSTEM;
    }

    /// The theme to wear now.
    Theme theme() {
        boolean dark = this == DARK || (this == SYSTEM
                && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        return dark ? new PrimerDark() : new PrimerLight();
    }

    /// Dresses all windows so, in the usual size and contrast.
    public void apply() {
        Looks.of(this).apply();
    }
}
