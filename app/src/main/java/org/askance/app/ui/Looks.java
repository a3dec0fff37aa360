package org.askance.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;

/// How the program looks to a person, kept in the preferences. Anything but the usual is a style sheet made of the
/// theme's and ours, so that dialogs, menus and hints follow too.
///
/// @param reducedMotion whether nothing slides or fades
public record Looks(Appearance appearance, boolean highContrast, TextSize textSize, boolean reducedMotion) {

    /// Of all text, in per cent of the usual.
    public enum TextSize {
        SMALL(90), USUAL(100), LARGE(125), LARGER(150);

        private static final double USUAL_PX = 14;

        private final int percent;

        TextSize(int percent) {
            this.percent = percent;
        }

        public int percent() {
            return percent;
        }

        /// Of a plain line.
        double pixels() {
            return USUAL_PX * percent / 100;
        }

        static TextSize of(double percent) {
            for (var one : values()) {
                if (one.percent == percent) {
                    return one;
                }
            }
            return USUAL;
        }
    }

    private static final String APPEARANCE = "appearance";
    private static final String CONTRAST = "appearance.contrast";
    private static final String TEXT = "appearance.text";
    private static final String MOTION = "appearance.still";

    /// As usual, in this theme.
    public static Looks of(Appearance appearance) {
        return new Looks(appearance, false, TextSize.USUAL, false);
    }

    /// What the preferences say; where they say nothing about motion, what the system asks for. FX thread.
    public static Looks kept(Preferences preferences) {
        boolean still = Platform.getPreferences().isReducedMotion();
        return new Looks(Appearance.of(preferences.get(APPEARANCE, "system")),
                Boolean.parseBoolean(preferences.get(CONTRAST, "false")),
                TextSize.of(preferences.number(TEXT, TextSize.USUAL.percent)),
                Boolean.parseBoolean(preferences.get(MOTION, Boolean.toString(still))));
    }

    public void keep(Preferences preferences) {
        preferences.put(APPEARANCE, appearance.key());
        preferences.put(CONTRAST, Boolean.toString(highContrast));
        preferences.put(TEXT, Integer.toString(textSize.percent));
        preferences.put(MOTION, Boolean.toString(reducedMotion));
        preferences.save();
    }

    public Looks with(Appearance other) {
        return new Looks(other, highContrast, textSize, reducedMotion);
    }

    public Looks withHighContrast(boolean wanted) {
        return new Looks(appearance, wanted, textSize, reducedMotion);
    }

    public Looks with(TextSize size) {
        return new Looks(appearance, highContrast, size, reducedMotion);
    }

    public Looks withReducedMotion(boolean wanted) {
        return new Looks(appearance, highContrast, textSize, wanted);
    }

    /// Dresses all windows so, from now on. FX thread.
    public void apply() {
        var theme = appearance.theme();
        String sheet = !highContrast && textSize == TextSize.USUAL
                ? theme.getUserAgentStylesheet()
                : asData(resource(theme.getUserAgentStylesheet().replace(".bss", ".css")) + ours(theme.isDarkMode()));
        // JavaFX would dress every window anew, in the same.
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private String ours(boolean dark) {
        String size = String.format(Locale.ROOT, "%n.root { -fx-font-size: %.1fpx; }%n", textSize.pixels());
        return highContrast ? size + resource(dark ? "contrast-dark.css" : "contrast-light.css") : size;
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Looks.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a style sheet of the program cannot be read", e);
        }
    }

    private static String asData(String css) {
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
