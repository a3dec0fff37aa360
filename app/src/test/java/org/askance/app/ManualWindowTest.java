package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Place;
import org.junit.jupiter.api.Test;

/// The manual in its own window: found by F1 from where one is, read and searched by keyboard.
class ManualWindowTest extends SmallTour {

    private Scene manual() {
        return tour.dialog("#manual-page");
    }

    /// The heading of the page that is read; empty while none is.
    private String title() {
        return Fx.call(() -> {
            if (!tour.isOpen("#manual-page")) {
                return "";
            }
            var heading = manualNow().lookup("#manual-page .heading-1 .words");
            return heading instanceof Text text ? text.getText() : "";
        });
    }

    private Scene manualNow() {
        return javafx.stage.Window.getWindows().stream().filter(javafx.stage.Window::isShowing)
                .map(javafx.stage.Window::getScene).filter(scene -> scene.lookup("#manual-page") != null).findFirst()
                .orElseThrow();
    }

    private void f1(Scene in) {
        PeopleTour.press(in, KeyCode.F1, "", false);
    }

    private void reads(String title) {
        Fx.until(() -> title().equals(title));
    }

    private static void alt(Scene scene, KeyCode code) {
        Fx.run(() -> KeyEvent.fireEvent(
                Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
        Fx.frames();
    }

    @Test
    void f1LeadsToThePageOfWhereOneIs() {
        f1(tour.scene());
        reads("Annotate by keyboard");
        Fx.run(() -> tour.desk().window().show(Place.MAP));
        f1(tour.scene());
        reads("Map of texts and pictures");
        Fx.run(() -> tour.desk().window().show(Place.TRAIN));
        f1(tour.scene());
        reads("Train");
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        f1(tour.scene());
        reads("Decide disputes");
        Fx.run(() -> tour.desk().window().show(Place.BROWSE));
        f1(tour.scene());
        reads("Search: the query language");
        Fx.run(() -> PeopleTour.<MenuButton>in(tour.scene(), "#menu-people").requestFocus());
        f1(tour.scene());
        reads("Browse all pairs");
        PeopleTour.press(tour.scene(), KeyCode.L, "l", true);
        f1(tour.dialog("#queue-list"));
        reads("Queues");
        assertThat(javafx.stage.Window.getWindows().stream()
                .filter(window -> window.getScene().lookup("#manual-page") != null)).hasSize(1);
        PeopleTour.press(manual(), KeyCode.ESCAPE);
        Fx.until(() -> !tour.isOpen("#manual-page"));
    }

    @Test
    void theMenuHasItToo() {
        Fx.run(() -> PeopleTour.<MenuButton>in(tour.scene(), "#menu-looks").getItems().stream()
                .filter(item -> "menu-manual".equals(item.getId())).findFirst().orElseThrow().fire());
        reads("Annotate by keyboard");
    }

    @Test
    void itIsReadAndSearchedByKeyboardAlone() {
        f1(tour.scene());
        reads("Annotate by keyboard");
        var scene = manual();
        ScrollPane page = PeopleTour.in(scene, "#manual-page");
        Fx.until(() -> page.isFocused());
        double top = Fx.call(page::getVvalue);
        PeopleTour.press(scene, KeyCode.SPACE, " ", false);
        assertThat(Fx.call(page::getVvalue)).isGreaterThan(top);
        PeopleTour.press(scene, KeyCode.F, "f", true);
        TextField search = PeopleTour.in(scene, "#manual-search");
        assertThat(Fx.call(search::isFocused)).isTrue();
        Fx.run(() -> search.setText("temperature"));
        PeopleTour.press(scene, KeyCode.DOWN);
        reads("Is the new network better?");
        ListView<?> list = PeopleTour.in(scene, "#manual-pages");
        assertThat(Fx.call(list::isFocused)).isTrue();
        Fx.bothThemes(scene, "manual-found");
        Fx.run(() -> search.setText("zebra quagga"));
        PeopleTour.press(scene, KeyCode.ENTER);
        Fx.until(() -> list.getItems().isEmpty());
        Fx.bothThemes(scene, "manual-nothing");
        PeopleTour.press(scene, KeyCode.ESCAPE);
        Fx.until(() -> list.getItems().size() == ManualPage.values().length);
        alt(scene, KeyCode.LEFT);
        reads("Annotate by keyboard");
        alt(scene, KeyCode.RIGHT);
        reads("Is the new network better?");
        alt(scene, KeyCode.UP);
        reads("The Askance manual");
        PeopleTour.press(scene, KeyCode.C, "c", true);
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).startsWith("# The Askance manual");
    }

    @Test
    void linksLeadToPagesToHeadingsAndOut() {
        var outside = new ArrayList<String>();
        tour.desk().manual().linksOpenedBy(outside::add);
        Fx.run(() -> tour.desk().manual().show());
        reads("Annotate by keyboard");
        var scene = manual();
        Fx.run(() -> scene.getRoot().lookupAll(".followed").stream().map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("queue")).findFirst().orElseThrow().fire());
        reads("Queues");
        assertThat(Fx.call(() -> PeopleTour.<Button>in(scene, "#manual-back").isDisabled())).isFalse();
        Fx.run(() -> tour.desk().manual().follow("import.md#what-can-go-wrong"));
        reads("Import pairs");
        Fx.until(() -> PeopleTour.<ScrollPane>in(scene, "#manual-page").getVvalue() > 0.3);
        Fx.run(() -> tour.desk().manual().follow("https://arxiv.org/abs/2403.06355"));
        assertThat(outside).containsExactly("https://arxiv.org/abs/2403.06355");
    }

    private void everyPage(String name) {
        f1(tour.scene());
        var scene = manual();
        for (var page : new ManualPage[]{ManualPage.CONTENTS, ManualPage.ANNOTATE, ManualPage.SEARCH,
                ManualPage.FORMATS}) {
            Fx.run(() -> tour.desk().manual().follow(page.file() + ".md"));
            Fx.until(() -> scene.getRoot().lookupAll("#manual-page .image-view").stream()
                    .allMatch(view -> view instanceof ImageView picture && (picture.getFitWidth() < 40
                            || picture.getImage().getProgress() >= 1)));
            Fx.frames();
            Fx.snapshot(scene, "manual-" + name + "-" + page.file());
        }
    }

    @Test
    void itFollowsTheLooks() {
        Fx.run(Appearance.DARK::apply);
        everyPage("dark");
        Fx.run(Appearance.LIGHT::apply);
        everyPage("light");
        Fx.run(new Looks(Appearance.DARK, true, Looks.TextSize.USUAL, true)::apply);
        everyPage("contrast");
        Fx.run(new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, false)::apply);
        Fx.run(() -> {
            manualNow().getWindow().setWidth(900);
            manualNow().getWindow().setHeight(600);
        });
        everyPage("larger-900");
        assertThat(CutWords.in(manualNow())).isEmpty();
    }

    @Test
    void aPersonsOldKeyForTheKeysDoesNotTakeF1() throws IOException {
        tour.close();
        Files.writeString(folder.resolve("home/preferences.properties"), "keys.help=?\\nF1\n");
        tour = new PeopleTour(folder, 12);
        f1(tour.scene());
        reads("Annotate by keyboard");
        assertThat(Fx.call(() -> tour.scene().lookup(".key-help").isVisible())).isFalse();
    }
}
