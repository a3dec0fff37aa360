package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.app.ui.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Contrast, size of text and motion in a real window.
class LooksWindowTest extends SmallTour {

    private MenuButton menu() {
        return PeopleTour.in(tour.scene(), "#menu-looks");
    }

    private MenuItem item(String id) {
        return menu().getItems().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
    }

    private double lineHeight() {
        Fx.frames();
        return Fx.call(() -> PeopleTour.<Label>in(tour.scene(), ".project-name").getFont().getSize());
    }

    @Test
    void theMenuChangesAllOfItAndThePreferencesKeepIt() throws Exception {
        double usual = lineHeight();
        Fx.run(() -> ((RadioMenuItem) ((Menu) item("menu-text-size")).getItems().getLast()).fire());
        assertThat(lineHeight()).isEqualTo(1.5 * usual);
        Fx.run(() -> {
            ((CheckMenuItem) item("appearance-contrast")).setSelected(true);
            ((CheckMenuItem) item("appearance-still")).setSelected(true);
            ((RadioMenuItem) menu().getItems().get(1)).fire();
        });
        var kept = Fx.call(() -> Looks.kept(new Preferences(folder.resolve("home/preferences.properties"))));
        assertThat(kept).isEqualTo(new Looks(Appearance.DARK, true, Looks.TextSize.LARGER, true));
        assertThat(lineHeight()).isEqualTo(1.5 * usual);
        assertThat(Files.readString(folder.resolve("home/preferences.properties"))).contains("appearance.text=150");
    }

    private List<String> ticked(List<MenuItem> items) {
        return Fx.call(() -> items.stream().filter(one -> one instanceof RadioMenuItem radio && radio.isSelected())
                .map(MenuItem::getText).toList());
    }

    @Test
    void whatHoldsIsTickedInTheMenus() throws Exception {
        var languages = ((Menu) item("menu-language")).getItems();
        assertThat(ticked(languages)).containsExactly("As the system");
        assertThat(ticked(((Menu) item("menu-text-size")).getItems())).containsExactly("100 %");
        assertThat(ticked(menu().getItems())).hasSize(1);
        Fx.run(() -> languages.getLast().fire());
        assertThat(Files.readString(folder.resolve("home/preferences.properties"))).contains("language=german");
    }

    @ParameterizedTest
    @EnumSource(Looks.TextSize.class)
    void everyPlaceInEverySize(Looks.TextSize size) {
        Fx.run(() -> new Looks(Appearance.LIGHT, false, size, false).apply());
        everyPlace("text-" + size.percent());
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void everyPlaceInHighContrast(Appearance appearance) {
        Fx.run(() -> new Looks(appearance, true, Looks.TextSize.USUAL, true).apply());
        everyPlace("contrast-" + appearance.key());
    }

    @Test
    void everyPlaceInGerman() throws IOException {
        tour.close();
        var other = Files.createDirectories(folder.resolve("german"));
        Files.createDirectories(other.resolve("home"));
        Files.writeString(other.resolve("home/preferences.properties"), "language=german\n");
        tour = new PeopleTour(other, 12);
        assertThat(menu().getAccessibleText()).isEqualTo("Darstellung");
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(() -> Looks.of(appearance).apply());
            everyPlace("german-" + appearance.key());
        }
        Fx.run(() -> ((Menu) item("menu-language")).getItems().get(1).fire());
        assertThat(Files.readString(other.resolve("home/preferences.properties"))).contains("language=english");
    }

    private void everyPlace(String name) {
        for (var place : Place.values()) {
            Fx.run(() -> tour.desk().window().show(place));
            tour.idle();
            Fx.snapshot(tour.scene(), "looks-" + name + "-" + place.name().toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> tour.desk().window().show(Place.ANNOTATE));
    }

    /// WCAG 2.2: 7 : 1 is level AAA for text, 4.5 : 1 level AA.
    @ParameterizedTest
    @CsvSource({"LIGHT,true,7", "DARK,true,7", "LIGHT,false,4.5", "DARK,false,4.5"})
    void textStandsOutFromItsGround(Appearance appearance, boolean highContrast, double least) {
        Fx.run(() -> new Looks(appearance, highContrast, Looks.TextSize.USUAL, false).apply());
        for (var ground : new String[]{"bg-default", "bg-subtle", "bg-overlay"}) {
            for (var text : new String[]{"fg-default", "fg-muted", "accent-fg", "success-fg", "danger-fg",
                    "warning-fg"}) {
                assertThat(ratio(text, ground)).as("%s on %s", text, ground).isGreaterThanOrEqualTo(least);
            }
        }
        for (var role : new String[]{"accent", "success", "danger", "warning"}) {
            assertThat(ratio("fg-default", role + "-subtle")).as(role).isGreaterThanOrEqualTo(least);
        }
    }

    private static double ratio(String text, String ground) {
        double one = luminance(colour(text));
        double other = luminance(over(colour(ground), colour("bg-default")));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// Some grounds of the dark theme let what lies below shine through.
    private static Color over(Color upper, Color lower) {
        return lower.interpolate(Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
    }

    private static Color colour(String token) {
        return Fx.call(() -> {
            var label = new Label("x");
            label.setStyle("-fx-text-fill: -color-" + token + ";");
            var scene = new Scene(new StackPane(label));
            Objects.requireNonNull(scene.getRoot()).applyCss();
            return (Color) label.getTextFill();
        });
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
