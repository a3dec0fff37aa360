package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import org.askance.app.report.ChangeLine;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.files.Journal;
import org.junit.jupiter.api.Test;

/// What an import would change is shown before it does, and what is stopped keeps what it has.
class ImportChangesTest extends ImportCase {

    @Test
    void aChangedSourceShowsWhatWouldChangeAndFollowsAsTicked() throws IOException {
        var file = tour.file("pairs.csv", "id,text,split,sentiment", "1,a,validation,positive", "2,b,train,negative",
                "3,c,train,neutral");
        assertThat(ImportTour.imported(tour.look(file))).contains("3 pairs are new");
        OneWindow.press(tour.window().dialog("importing"), "#import-close");

        var same = tour.look(file);
        OneWindow.press(same, "#import-start");
        Fx.until(() -> same.lookup("#import-comparison") != null);
        assertThat(OneWindow.text(same.getContent())).contains("Nothing would change: its 3 pairs are all here",
                "The same content was imported before");
        assertThat(ImportTour.find(same, "#import-start", Node.class).isDisabled()).isTrue();
        Fx.bothThemes(same.getScene(), "import-same");
        OneWindow.press(same, "#import-close");

        tour.file("pairs.csv", "id,text,split,sentiment", "1,new words,validation,negative", "2,b again,train,negative",
                "4,d,train,neutral", "4,e,train,neutral");
        var changed = tour.look(file);
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.frames();
        assertThat(OneWindow.text(changed.getContent())).contains("1 pair is new; 2 are here already",
                "Text: 2 pairs have another one now (1, 2)", "Label: 1 pair has", "no longer does; it stays: 3");
        assertThat(ImportTour.changes(changed)).containsExactly(
                new ChangeLine("1", Change.TEXT, "Text", "a", "new words"),
                new ChangeLine("1", Change.LABEL, "Sentiment", "positive", "negative"),
                new ChangeLine("2", Change.TEXT, "Text", "b", "b again"));
        Fx.bothThemes(changed.getScene(), "import-changed");
        assertThat(tour.pairs().getFirst().example().text()).isEqualTo("a");
        OneWindow.press(changed, "#import-back");
        Fx.until(() -> changed.lookup("#import-preview") != null);
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.run(() -> ImportTour.find(changed, "#import-follow-label", CheckBox.class).setSelected(false));
        assertThat(ImportTour.imported(changed)).contains("1 pair is new");
        assertThat(ImportTour.find(changed, "#import-problems", TableView.class).getItems().toString())
                .contains("stands in the source before");
        assertThat(tour.pairs()).extracting(row -> row.example().text()).containsExactly("new words", "b again", "c",
                "d");
        assertThat(tour.pairs().getFirst().given()).isEqualTo(Map.of("sentiment", "positive"));
        assertThat(tour.window().workspace().project().imports().former(1)).singleElement()
                .satisfies(former -> assertThat(former.value()).isEqualTo("a"));
    }

    /// A person edits labels of an export in a spreadsheet.
    @Test
    void labelsEditedInATableOfOursAreShownAndTakenOverByOneTick() throws IOException {
        ImportTour.imported(tour.look(tour.file("pairs.csv", "id,text,split,sarcasm", "1,a,train,sarcastic",
                "2,b,train,sarcastic")));
        OneWindow.press(tour.window().dialog("importing"), "#import-close");
        var project = tour.window().workspace().project();
        var table = folder.resolve("out.csv");
        new ExampleExport(project.exportRows(), project.tasks().list()).write(
                new ExampleExport.Order(ExportFormat.CSV, project.examples().ids(ExampleFilter.ALL),
                        new ExportLabels.Current(), null, false, null, table),
                Journal.none(),
                _ -> {});
        Files.writeString(table, Files.readString(table).replaceAll(",sarcastic,sarcastic,",
                ",not sarcastic,sarcastic,"));
        Fx.run(() -> tour.window().desk().context().annotator().set("ada"));

        var dialog = tour.look(table);
        OneWindow.press(dialog, "#import-start");
        Fx.until(() -> dialog.lookup("#import-comparison") != null);
        Fx.frames();
        assertThat(ImportTour.changes(dialog)).containsExactly(
                new ChangeLine("1", Change.ANSWER, "Sarcasm, edited in the table", "sarcastic", "not sarcastic"),
                new ChangeLine("2", Change.ANSWER, "Sarcasm, edited in the table", "sarcastic", "not sarcastic"));
        var box = ImportTour.find(dialog, "#import-follow-answer", CheckBox.class);
        assertThat(box.getText()).contains("labels of 2 pairs (1, 2)", "answers of ada");
        assertThat(box.isSelected()).isFalse();
        Fx.bothThemes(dialog.getScene(), "import-edited");
        Fx.run(() -> box.setSelected(true));
        assertThat(ImportTour.imported(dialog)).contains("2 labels that were edited in the table are your answers now");
        assertThat(tour.pairs()).extracting(row -> row.answered()).containsOnly(Map.of("sarcasm", "not sarcastic"));
        assertThat(project.annotations().history(1)).singleElement()
                .satisfies(event -> assertThat(event.annotator()).isEqualTo("ada"));
        OneWindow.press(dialog, "#import-close");
    }

    @Test
    void longMixedAndEmptyFieldsShowWhatTheyWereAndBecome() throws IOException {
        String header = "id,text,image,ocr,split,sarcasm,sentiment";
        String words = "one could go on about the weather for ever and nobody would listen ".repeat(8);
        tour.picture("a.png", 0x3366AA);
        tour.picture("b.png", 0xAA6633);
        tour.file("pairs.csv", header,
                "840006160660983809,\"" + words + "and so it rains\",a.png,,train,sarcastic,positive",
                "emoji,lovely ☔️ weather 😂😂 #monday,a.png,,train,,",
                "arabic,مرحبا بالعالم هذا الطقس جميل,a.png,,train,,",
                "spaces,two words,,,train,,");
        var dialog = tour.look(folder.resolve("pairs.csv"));
        ImportTour.choose(dialog, "#map-knowledge", "ocr");
        ImportTour.imported(dialog);
        OneWindow.press(dialog, "#import-close");

        tour.picture("a.png", 0x99CC33);
        tour.file("pairs.csv", header,
                "840006160660983809,\"" + words + "and so it snows\",b.png,SALE 50 %,test,not sarcastic,negative",
                "emoji,lovely 👩‍👩‍👧‍👦 weather 🇩🇪 #monday @mention https://t.co/x,a.png,,train,sarcastic,",
                "arabic,\"" + "مرحبا بالعالم، كم هو سيئ هذا الطقس! #طقس ".repeat(4) + "\",,,train,,",
                "spaces,two  words,,,train,,");
        var changed = tour.look(folder.resolve("pairs.csv"));
        ImportTour.choose(changed, "#map-knowledge", "ocr");
        Fx.frames();
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.run(() -> ImportTour.find(changed, "#import-follow-split", CheckBox.class).setSelected(false));
        var lines = ImportTour.changes(changed);
        assertThat(lines).contains(
                new ChangeLine("840006160660983809", Change.KNOWLEDGE, "Text in picture", "(nothing)", "SALE 50 %"),
                new ChangeLine("840006160660983809", Change.IMAGE, "Picture", "a.png", "b.png"),
                new ChangeLine("840006160660983809", Change.SPLIT, "Split", "train", "test"),
                new ChangeLine("emoji", Change.IMAGE, "Picture", "a.png", "a.png, with other contents"),
                new ChangeLine("emoji", Change.LABEL, "Sarcasm", "(nothing)", "sarcastic"),
                new ChangeLine("spaces", Change.TEXT, "Text", "two␣words", "two␣␣words"));
        assertThat(lines.getFirst().toString()).contains("and so it rains", "and so it snows").contains("was=…");
        Fx.run(() -> {
            changed.getScene().getWindow().setWidth(860);
            changed.getScene().getWindow().setHeight(560);
        });
        Fx.bothThemes(changed.getScene(), "import-changes-small");
        Fx.run(() -> changed.getScene().getWindow().setWidth(980));
        Fx.run(() -> changed.getScene().getWindow().setHeight(960));
        Fx.bothThemes(changed.getScene(), "import-changes");
    }

    @Test
    void anImportThatIsStoppedKeepsWhatItHasAndGoesOn() throws IOException {
        var lines = IntStream.range(0, 60_000).mapToObj(i -> i + ",tweet number " + i)
                .collect(Collectors.joining("\n", "id,text\n", "\n"));
        var dialog = tour.look(Files.writeString(folder.resolve("many.csv"), lines));
        assertThat(OneWindow.text(ImportTour.find(dialog, "#import-count", Node.class))).contains("About");
        OneWindow.press(dialog, "#import-start");
        Fx.until(() -> dialog.lookup("#import-progress") != null);
        Fx.bothThemes(dialog.getScene(), "import-progress");
        Fx.until(() -> dialog.lookup("#import-report") != null
                || tour.window().workspace().project().examples().count(ExampleFilter.ALL) > 0);
        OneWindow.press(dialog, "#import-close");
        Fx.until(() -> dialog.lookup("#import-preview") != null || dialog.lookup("#import-report") != null
                || !tour.window().shows("importing"));
        assertThat(tour.window().workspace().project().examples().count(ExampleFilter.ALL)).isPositive();
    }
}
