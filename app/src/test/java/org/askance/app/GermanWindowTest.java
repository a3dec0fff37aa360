package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.ui.Place;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.told.OfFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In German, what JavaFX itself writes is German too: its buttons, and the menus of its fields.
class GermanWindowTest {

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=german\n");
        tour = new PeopleTour(folder, 6);
    }

    @AfterEach
    void stop() {
        tour.close();
        Language.ENGLISH.speak();
    }

    @Test
    void buttonsOfDialogsAreGerman() {
        assertThat(Fx.call(() -> List.of(ButtonType.CLOSE.getText(), ButtonType.CANCEL.getText(),
                ButtonType.OK.getText(), ButtonType.YES.getText(), ButtonType.NO.getText())))
                .containsExactly("Schließen", "Abbrechen", "OK", "Ja", "Nein");
        var details = Fx.call(() -> {
            var pane = new DialogPane();
            pane.setExpandableContent(new Label("…"));
            pane.getButtonTypes().add(ButtonType.OK);
            var _ = new Scene(pane);
            pane.applyCss();
            pane.layout();
            return ((Hyperlink) pane.lookup(".details-button")).getText();
        });
        assertThat(details).isEqualTo("Details anzeigen");
    }

    @Test
    void menusOfFieldsAreGerman() {
        PeopleTour.press(tour.scene(), KeyCode.C);
        Fx.until(() -> tour.scene().lookup("#comment").isFocused());
        Fx.run(() -> Objects.requireNonNull(tour.scene().lookup("#comment")).fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 50, false, null)));
        Fx.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        assertThat(Fx.call(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream()).map(MenuItem::getText).toList()))
                .contains("Ausschneiden", "Kopieren", "Einfügen", "Löschen", "Alles markieren");
    }

    @Test
    void whatIsWrongWithAQueryIsGerman() {
        Fx.run(() -> tour.desk().window().show(Place.BROWSE));
        Fx.until(() -> tour.scene().lookup("#query") instanceof TextField);
        TextField field = PeopleTour.in(tour.scene(), "#query");
        Fx.run(() -> {
            field.requestFocus();
            field.setText("label:sarcastc");
            field.end();
        });
        Fx.until(() -> tour.scene().lookup(".trouble-text") instanceof Label label
                && label.getText().equals("Es gibt kein Label „sarcastc“. Meinten Sie „sarcastic“?"));
        Fx.frames();
        Fx.bothThemes(tour.scene(), "query-german");
    }

    @Test
    void whatASourceIsTakenForAndWhatIsWrongWithARowIsGerman() throws IOException {
        var source = Files.writeString(folder.resolve("pairs.csv"), "id,text\n1,a\n2,\n3,b,c\n");
        Fx.run(() -> tour.desk().projects().incoming().importPairs(source));
        var dialog = tour.dialog("#import-preview");
        assertThat(OneWindow.text(PeopleTour.in(dialog, "#import-guess")))
                .contains("Die erste Zeile sieht aus wie die Kopfzeile einer Tabelle.");
        ListView<?> troubles = PeopleTour.in(dialog, "#import-troubles");
        assertThat(Fx.call(() -> troubles.getItems().stream().map(String::valueOf).toList())).satisfiesExactly(
                one -> assertThat(one).contains("der Text ist leer. Nichts zu tun, wenn der Beitrag keine Wörter hat;"),
                one -> assertThat(one).contains("die Zeile hat 3 Zellen, aber die Kopfzeile nennt 2; sie bleibt weg."
                        + " Wahrscheinlich enthält ein Text ein Komma:"));
        Fx.bothThemes(dialog, "import-troubles-german");
    }

    @Test
    void whyAPictureCannotBeUsedIsGermanThoughItIsKeptInEnglish() {
        long id = tour.project().examples().ids(ExampleFilter.ALL)[3];
        var file = folder.resolve("p/pictures/3.png");
        tour.project().examples().setProblem(id, OfFile.NOT_READ.with(file, OfFile.PERMISSIONS.with()).english());
        Fx.run(() -> tour.desk().window().openExample(id));
        Fx.until(() -> tour.desk().context().device().get() != null);
        Fx.until(() -> OneWindow.text(tour.scene().getRoot())
                .contains(file + " lässt sich nicht lesen: die Rechte erlauben es nicht."));
        var why = Objects.requireNonNull(tour.desk().context().device().get()).why();
        assertThat(Fx.call(() -> PeopleTour.<Button>in(tour.scene(), "#device").getText())).contains(
                why.in(Strings.in(Language.GERMAN)::told)).doesNotContain(why.english());
        Fx.frames();
        Fx.bothThemes(tour.scene(), "picture-problem-german");
    }
}
