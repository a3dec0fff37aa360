package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.controlsfx.control.GridView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Browse shows of acts on many pairs: where nothing can be done, where it failed, and in every look.
final class BulkLooksTest extends BulkWindow {

    /// As a picture looks, in bits.
    private static final long LOOK = 0x0f0f_3c3c_5a5a_9696L;

    @Test
    void whereNothingCanBeWrittenTheActionsSayWhy() {
        start(6);
        tour().close();
        try (var elsewhere = Project.open(folder.resolve("p"))) {
            assertThat(elsewhere.isReadOnly()).isFalse();
            opened = new PeopleTour(folder, 6);
            Fx.run(() -> tour().desk().window().show(Place.BROWSE));
            cell(0);
            tour().idle();
            click(cell(0), false, false, 1);
            assertThat(Fx.call(() -> node("#bulk-flags").isDisabled())).isTrue();
            assertThat(((Label) node("#bulk-why")).getText()).contains("can only be read here");
            Fx.bothThemes(tour().scene(), "bulk-read-only");
            press(KeyCode.F);
            Fx.until(() -> notice().contains("can only be read here"));
        }
    }

    @Test
    void whatCannotBeSavedChangesNothingAndIsSaid() throws Exception {
        start(24);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p/project.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER broken BEFORE INSERT ON event WHEN new.example_id = " + ids()[2]
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is broken'); END");
        }
        click(cell(0), false, false, 1);
        click(cell(2), true, false, 1);
        press(KeyCode.DIGIT2);
        Fx.until(() -> notice().equals("Nothing was changed."));
        assertThat(tour().project().annotations().answeredCount()).isZero();
        Fx.bothThemes(tour().scene(), "bulk-error");
    }

    @ParameterizedTest
    @CsvSource({"english", "german"})
    void everyStateInEveryLook(String language) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + language + "\n");
        start(150);
        shown(language, List.of(Looks.of(Appearance.DARK), Looks.of(Appearance.LIGHT),
                new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)), "none");
        press(KeyCode.ENTER);
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT, true, false, false);
        press(KeyCode.RIGHT, true, false, false);
        shown(language,
                List.of(Looks.of(Appearance.DARK), new Looks(Appearance.LIGHT, true, Looks.TextSize.USUAL, true),
                        new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)),
                "three");
        tour().project().duplicates().save(Map.of(ids()[1], OptionalLong.of(LOOK), ids()[4], OptionalLong.of(LOOK ^ 1),
                ids()[2], OptionalLong.of(~LOOK), ids()[7], OptionalLong.of(~LOOK ^ 1)), Map.of());
        press(KeyCode.DIGIT2, false, false, true);
        assertThat(asked()).contains("k1 – k4", "k2 – k7");
        Fx.snapshot(dialog().getScene(), "bulk-" + language + "-asking-apart-opened");
        assertThat(emptyRoom()).isBetween(-0.5, 20.0);
        Fx.bothThemes(dialog().getScene(), "bulk-" + language + "-asking-apart");
        answer(false);
        press(KeyCode.F);
        Fx.until(() -> !notice().isEmpty());
        press(KeyCode.A, false, true, false);
        shown(language, List.of(new Looks(Appearance.DARK, true, Looks.TextSize.USUAL, true),
                Looks.of(Appearance.LIGHT)), "all");
        var menu = menuAt(0);
        Fx.snapshot(menu.getScene(), "bulk-" + language + "-menu");
        Fx.run(menu::hide);
        tour().project().annotations().save(new Answer(ids()[1], Map.of("sarcasm", "sarcastic"),
                tour().desk().context().annotator().get(), null, Duration.ofSeconds(1)));
        press(KeyCode.DIGIT1);
        asked();
        Fx.snapshot(dialog().getScene(), "bulk-" + language + "-asking-label-opened");
        assertThat(emptyRoom()).isBetween(-0.5, 20.0);
        Fx.bothThemes(dialog().getScene(), "bulk-" + language + "-asking-label");
        answer(false);
        Fx.run(new Looks(Appearance.DARK, false, Looks.TextSize.LARGER, true)::apply);
        press(KeyCode.DIGIT3, false, false, true);
        asked();
        Fx.snapshot(dialog().getScene(), "bulk-" + language + "-asking-move");
        assertThat(emptyRoom()).isBetween(-0.5, 20.0);
        answer(false);
    }

    /// Below what the dialog says, in pixels; negative where it has too little.
    private static double emptyRoom() {
        var said = (Region) dialog().getContent();
        return Fx.call(() -> said.getHeight() - said.prefHeight(said.getWidth()));
    }

    /// In the usual window, and in the smallest.
    private void shown(String language, List<Looks> all, String what) {
        for (var looks : all) {
            Fx.run(looks::apply);
            String name = "bulk-%s-%s-%s%s-%d".formatted(language, what, looks.appearance().key(),
                    looks.highContrast() ? "-contrast" : "", looks.textSize().percent());
            Fx.snapshot(tour().scene(), name);
            Fx.run(() -> {
                tour().scene().getWindow().setWidth(900);
                tour().scene().getWindow().setHeight(600);
            });
            Fx.snapshot(tour().scene(), name + "-small");
            nothingIsCut();
            Fx.run(() -> {
                tour().scene().getWindow().setWidth(1280);
                tour().scene().getWindow().setHeight(820);
            });
            Fx.frames();
        }
    }

    /// A label or button whose words do not fit shows an ellipsis.
    private void nothingIsCut() {
        Fx.run(() -> {
            for (var node : node(".browse").lookupAll(".pair .label, .bulk-bar .text, .bulk-bar .label")) {
                if (node instanceof Label label && label.isVisible() && label.getWidth() > 0) {
                    assertThat(label.getWidth()).as(label.getText())
                            .isGreaterThanOrEqualTo(label.prefWidth(-1) - 1);
                }
            }
        });
    }

    @Test
    void manyFiltersInLargeLettersGiveWayToThePairs() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=german\n");
        start(24);
        assertThat(Fx.call(() -> node("#filters-unfold").getParent().isVisible())).isFalse();
        Fx.run(new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)::apply);
        Fx.run(() -> {
            tour().scene().getWindow().setWidth(900);
            tour().scene().getWindow().setHeight(600);
        });
        Fx.until(() -> node("#filters-unfold").getParent().isVisible());
        Fx.frames();
        double folded = Fx.call(() -> ((GridView<?>) node("#grid")).getHeight());
        assertThat(folded).isGreaterThan(340);
        Fx.snapshot(tour().scene(), "browse-folded");
        assertThat(rowsSeen()).isGreaterThanOrEqualTo(2);
        Fx.run(() -> ((ToggleButton) node("#filters-unfold")).fire());
        Fx.until(() -> ((GridView<?>) node("#grid")).getHeight() < folded - 100);
        Fx.run(() -> ((CheckBox) node(".filters .check-box")).fire());
        Fx.run(() -> ((ToggleButton) node("#filters-unfold")).fire());
        Fx.until(() -> ((ToggleButton) node("#filters-unfold")).getText().equals("Filter (1)"));
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
        Fx.run(() -> tour().scene().getWindow().setWidth(1280));
        Fx.until(() -> !node("#filters-unfold").getParent().isVisible());
    }

    /// Of cards, in the height that there is.
    private double rowsSeen() {
        return Fx.call(() -> {
            var grid = (GridView<?>) node("#grid");
            return (grid.getHeight() - grid.snappedTopInset() - grid.snappedBottomInset())
                    / (grid.getCellHeight() + 2 * grid.getVerticalCellSpacing());
        });
    }

    @ParameterizedTest
    @CsvSource({"90", "100", "125", "150"})
    void twoRowsFitInASmallWindow(int percent) {
        start(24);
        var size = List.of(Looks.TextSize.values()).stream().filter(one -> one.percent() == percent).findFirst()
                .orElseThrow();
        Fx.run(new Looks(Appearance.DARK, false, size, true)::apply);
        Fx.run(() -> {
            tour().scene().getWindow().setWidth(900);
            tour().scene().getWindow().setHeight(600);
        });
        Fx.until(() -> rowsSeen() >= 2);
        Fx.snapshot(tour().scene(), "browse-small-" + percent);
        nothingIsCut();
        Fx.run(() -> {
            tour().scene().getWindow().setWidth(1280);
            tour().scene().getWindow().setHeight(1000);
        });
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
        Fx.until(() -> node(".pair .frame").getLayoutBounds().getHeight() > 150);
    }

    @Test
    void theGridHasNoMoreCellsThanAreSeen() {
        start(150);
        assertThat(Fx.call(() -> ((GridView<?>) node("#grid")).lookupAll(".pair-cell").size())).isLessThan(60);
    }
}
