package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import org.askance.app.report.ChangeLine;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Format;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real import dialog over real files of outside formats.
class ImportWindowTest {

    @TempDir
    Path folder;

    private OneWindow window;

    @BeforeEach
    void start() {
        Project.create(folder.resolve("p"), "Rainy days").close();
        window = new OneWindow(folder.resolve("home"));
        window.open(folder.resolve("p"));
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private Path file(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void picture(String name, int rgb) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(rgb));
        pen.fillRect(0, 0, 160, 120);
        pen.setColor(Color.WHITE);
        pen.fillOval(rgb % 90, 20, 60, 60);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private DialogPane look(Path source) {
        Fx.run(() -> window.desk().projects().incoming().importPairs(source));
        var dialog = window.dialog("importing");
        Fx.until(() -> dialog.lookup("#import-preview") != null || dialog.lookup(".import-trouble") != null);
        Fx.frames();
        return dialog;
    }

    private static <T extends Node> T find(DialogPane dialog, String selector, Class<T> type) {
        return type.cast(Objects.requireNonNull(Fx.call(() -> dialog.lookup(selector)), selector));
    }

    private static String guess(DialogPane dialog) {
        return OneWindow.text(find(dialog, "#import-guess", Node.class));
    }

    private static int rows(DialogPane dialog) {
        return find(dialog, "#import-preview", TableView.class).getItems().size();
    }

    /// Goes through with it, and gives the report.
    private static String imported(DialogPane dialog) {
        OneWindow.press(dialog, "#import-start");
        Fx.until(() -> dialog.lookup("#import-report") != null);
        Fx.frames();
        return OneWindow.text(find(dialog, "#import-report", Node.class));
    }

    private List<ExampleRow> pairs() {
        var examples = window.workspace().project().examples();
        return examples.rows(examples.ids(ExampleFilter.ALL));
    }

    @SuppressWarnings("unchecked") // what the box holds
    private static <T> void choose(DialogPane dialog, String selector, T value) {
        var box = (ComboBox<T>) find(dialog, selector, ComboBox.class);
        Fx.run(() -> box.setValue(value));
    }

    @SuppressWarnings("unchecked") // what the table holds
    private static List<ChangeLine> changes(DialogPane dialog) {
        return (List<ChangeLine>) find(dialog, "#import-changes", TableView.class).getItems();
    }

    @Test
    void everyFormatIsGuessedShownAndImported() {
        for (var sample : FormatSamples.all(folder.resolve("samples"))) {
            var project = folder.resolve(sample.format().key());
            Project.create(project, sample.format().title()).close();
            window.open(project);
            Fx.until(() -> window.workspace().project().folder().equals(project));
            var dialog = look(sample.path());
            assertThat(guess(dialog)).contains(sample.format() == Format.TABLE ? "TSV" : sample.format().title());
            assertThat(rows(dialog)).isGreaterThanOrEqualTo(sample.keys().size());
            assertThat(imported(dialog)).startsWith(
                    sample.keys().size() == 1 ? "1 pair is new" : sample.keys().size() + " pairs are new");
            assertThat(pairs()).extracting(row -> row.example().key()).hasSameElementsAs(sample.keys());
            OneWindow.press(dialog, "#import-close");
            Fx.until(() -> !window.shows("importing"));
        }
    }

    @Test
    void whichFilesOfAFolderAreReadIsToldBeforeAndAfter() throws IOException {
        file("set/pairs.tsv", "text\tmood", "the first\tgood", "the second\tbad");
        file("set/notes.csv", "id,text", "1,x");
        Files.createSymbolicLink(folder.resolve("set/link.csv"), folder.resolve("set/notes.csv"));
        var dialog = look(folder.resolve("set"));
        assertThat(guess(dialog)).contains("This is read as TSV.");
        assertThat(OneWindow.text(find(dialog, "#import-beside", Node.class))).contains("Only pairs.tsv is read.",
                "not read: notes.csv", "choose that file instead of the folder", "link.csv");
        Fx.bothThemes(dialog.getScene(), "import-beside");
        assertThat(imported(dialog)).contains("Read as TSV from", "Only pairs.tsv is read.", "link.csv",
                "The texts are read as UTF-8.", "Columns: text = text.", "called by the number of its line",
                "No column is taken for: picture, split, Sarcasm, Sentiment.",
                "Nothing is taken from one column: mood.");
        Fx.bothThemes(dialog.getScene(), "import-beside-report");
    }

    @Test
    void aTableInAnOddEncodingIsDetectedAndCanBeReadOtherwise() throws IOException {
        var file = folder.resolve("tweets of a long winter, with a rather long name that fits into no line.csv");
        picture("1.png", 0x3366AA);
        var lines = """
                id,tweet,photo,is it irony?
                1,Как же я люблю дождь и холод по понедельникам,1.png,sarcastic
                2,Сегодня солнечно и тепло и все довольны погодой,2.png,not sarcastic
                3,,1.png,perhaps
                """;
        Files.write(file, lines.getBytes(Charset.forName("KOI8-R")));

        var dialog = look(file);
        assertThat(guess(dialog)).contains("CSV", "header of a table");
        var encoding = find(dialog, "#import-encoding", ComboBox.class);
        assertThat(encoding.getValue()).isEqualTo(Charset.forName("KOI8-R"));
        choose(dialog, "#map-image", "photo");
        choose(dialog, "#map-task-sarcasm", "is it irony?");
        Fx.until(() -> OneWindow.text(dialog.lookup("#import-count")).contains("1 needs"));
        Fx.frames();
        Fx.bothThemes(dialog.getScene(), "import-table");

        choose(dialog, "#import-encoding", Charset.forName("windows-1252"));
        Fx.until(() -> find(dialog, "#import-preview", TableView.class).getItems().getFirst().toString()
                .contains("ëÁË"));
        choose(dialog, "#import-encoding", Charset.forName("KOI8-R"));
        Fx.until(() -> find(dialog, "#import-preview", TableView.class).getItems().getFirst().toString()
                .contains("Как"));
        assertThat(find(dialog, "#map-image", ComboBox.class).getValue()).isEqualTo("photo");

        var report = imported(dialog);
        assertThat(report).contains("2 pairs are new",
                "The source names no validation split: none of its pairs are divided off for validation, 1 for test.");
        Fx.bothThemes(dialog.getScene(), "import-report");
        OneWindow.press(dialog, "#import-copy");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("line 4", "the text is empty",
                "2.png", "Find missing pictures");
        assertThat(pairs()).extracting(row -> row.example().text()).first().asString().startsWith("Как же я");
        assertThat(pairs().getFirst().given()).isEqualTo(Map.of("sarcasm", "sarcastic"));
    }

    @Test
    void mmsd2WithEmojiIsShownWithItsPictures() throws IOException {
        file("mmsd2/train.json",
                "[{\"image_id\": 840006160660983809, \"text\": \"<user> lovely ☔️ weather 😂😂 #monday @mention https://t.co/x\", \"label\": 1},",
                " {\"image_id\": 12, \"text\": \"مرحبا بالعالم، كم هو جميل هذا الطقس! #طقس\", \"label\": 0},",
                " {\"image_id\": 13, \"text\": \"" + "日本語のツイート、とても長い文章です。".repeat(9)
                        + "\", \"label\": 0}, {\"text\": \"no id\"}]");
        file("mmsd2/test.json", "[{\"image_id\": 3, \"text\": \"a\", \"label\": 0}]");
        picture("mmsd2/dataset_image/840006160660983809.png", 0xAA3366);
        picture("mmsd2/dataset_image/12.png", 0x66AA33);
        var dialog = look(folder.resolve("mmsd2"));
        assertThat(guess(dialog)).contains("MMSD2.0 JSON", "image_id");
        assertThat(rows(dialog)).isEqualTo(4);
        assertThat(find(dialog, "#import-troubles", Node.class).isVisible()).isTrue();
        Fx.bothThemes(dialog.getScene(), "import-mmsd2");
        assertThat(imported(dialog)).contains("4 pairs are new");
        assertThat(pairs()).extracting(row -> row.example().key()).contains("840006160660983809", "12", "3");
    }

    @Test
    void mvsaSaysItsRuleAndWhatItLeavesOut() throws IOException {
        file("mvsa/labelResultAll.txt", "ID\ttext,image", "1\tpositive,positive", "2\tpositive,negative",
                "3\tneutral,negative", "4\tgood,bad");
        for (int i = 1; i <= 4; i++) {
            file("mvsa/data/" + i + ".txt", "tweet number " + i);
            picture("mvsa/data/" + i + ".png", 0x203040 * i);
        }
        var dialog = look(folder.resolve("mvsa"));
        assertThat(guess(dialog)).contains("MVSA", "labelResultAll.txt");
        assertThat(find(dialog, "#import-encoding", ComboBox.class).getValue()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(OneWindow.text(dialog.getContent())).contains("MVSA’s rule", "1 is left out");
        Fx.bothThemes(dialog.getScene(), "import-mvsa");
        assertThat(imported(dialog)).contains("2 pairs are new", "of opposite sentiment");
        assertThat(find(dialog, "#import-problems", TableView.class).getItems().toString())
                .contains("labelResultAll.txt, line 5", "positive,neutral");
        assertThat(pairs()).extracting(ExampleRow::given).containsExactly(Map.of("sentiment", "positive"),
                Map.of("sentiment", "negative"));
    }

    @Test
    void answersOfLabelStudioComeAlongAndAgainOnlyOnce() throws IOException {
        var file = file("ls.json",
                "[{\"id\": 17, \"data\": {\"image\": \"a.png\", \"text\": \"so nice\"}, \"annotations\": [{\"completed_by\": {\"email\": \"ada@example.org\"},"
                        + " \"updated_at\": \"2026-01-02T03:05:00Z\", \"result\": [{\"from_name\": \"sarcasm\", \"type\": \"choices\", \"value\": {\"choices\": [\"sarcastic\"]}}]}]}]");
        var dialog = look(file);
        assertThat(guess(dialog)).contains("Label Studio JSON");
        assertThat(imported(dialog)).contains("1 pair is new", "1 answer or remark");
        assertThat(window.workspace().project().annotations().labelsByAnnotator(1))
                .isEqualTo(Map.of("ada@example.org", Map.of("sarcasm", "sarcastic")));
        OneWindow.press(dialog, "#import-close");

        var again = look(file);
        OneWindow.press(again, "#import-start");
        Fx.until(() -> again.lookup("#import-comparison") != null);
        assertThat(OneWindow.text(again.getContent())).contains("1 is here already", "In 1 row annotators");
        assertThat(imported(again)).contains("No pair is new").doesNotContain("or remark");
    }

    @Test
    void aParquetFileIsMappedByItsColumns() throws IOException {
        var file = folder.resolve("train.parquet");
        try (var out = Files.newOutputStream(file);
                var parquet = new ParquetWriter(out,
                        List.of(new ParquetField.Value("id", ParquetField.Type.INT64, false),
                                new ParquetField.Value("words", ParquetField.Type.TEXT, true),
                                new ParquetField.Value("label", ParquetField.Type.TEXT, true)),
                        "test")) {
            parquet.row(Arrays.asList(9_007_199_254_740_993L, "naïve 🙂", "positive"));
            parquet.row(Arrays.asList(2L, null, "negative"));
        }
        var dialog = look(file);
        assertThat(guess(dialog)).contains("Parquet");
        assertThat(find(dialog, "#map-task-sentiment", ComboBox.class).getValue()).isEqualTo("label");
        choose(dialog, "#map-text", "words");
        Fx.until(() -> OneWindow.text(dialog.lookup("#import-count")).contains("1 needs"));
        assertThat(imported(dialog)).contains("1 pair is new");
        assertThat(pairs()).singleElement().satisfies(row -> {
            assertThat(row.example().key()).isEqualTo("9007199254740993");
            assertThat(row.example().text()).isEqualTo("naïve 🙂");
        });
    }

    @Test
    void anImageFolderIsReadSplitBySplit() throws IOException {
        for (var split : List.of("train", "validation")) {
            picture("set/" + split + "/a.png", split.hashCode() & 0xFFFFFF);
            file("set/" + split + "/metadata.jsonl", "{\"file_name\": \"a.png\", \"text\": \"of " + split
                    + "\", \"label\": \"positive\", \"id\": \"" + split + "\"}");
        }
        var dialog = look(folder.resolve("set"));
        assertThat(guess(dialog)).contains("Hugging Face image folder");
        assertThat(imported(dialog)).contains("2 pairs are new");
        assertThat(pairs()).extracting(row -> row.example().split().key()).containsExactly("train", "validation");
        assertThat(pairs()).allSatisfy(row -> assertThat(row.example().problem()).isNull());
    }

    @Test
    void whatCannotBeReadIsSaidAndAnotherFormatMayBeChosen() throws IOException {
        var file = file("notes.xyz", "{ this is no JSON", "at all");
        var dialog = look(file);
        assertThat(guess(dialog)).contains(file.toString(), "no pairs that can be read");
        assertThat(find(dialog, "#import-start", Node.class).isDisabled()).isTrue();
        Fx.bothThemes(dialog.getScene(), "import-bad");
        choose(dialog, "#import-format", Format.JSON_LINES);
        Fx.until(() -> guess(dialog).contains("holds no JSON objects"));
        choose(dialog, "#import-format", Format.TABLE);
        Fx.until(() -> dialog.lookup("#import-preview") != null);
        assertThat(guess(dialog)).contains("CSV", "You chose it.");
        Fx.run(() -> window.desk().projects().incoming().importPairs(folder.resolve("nowhere")));
        Fx.until(() -> javafx.stage.Window.getWindows().stream()
                .anyMatch(each -> OneWindow.text(each.getScene().getRoot()).contains("There is nothing at")));
        assertThat(pairs()).isEmpty();
    }

    @Test
    void aChangedSourceShowsWhatWouldChangeAndFollowsAsTicked() throws IOException {
        var file = file("pairs.csv", "id,text,split,sentiment", "1,a,validation,positive", "2,b,train,negative",
                "3,c,train,neutral");
        assertThat(imported(look(file))).contains("3 pairs are new");
        OneWindow.press(window.dialog("importing"), "#import-close");

        var same = look(file);
        OneWindow.press(same, "#import-start");
        Fx.until(() -> same.lookup("#import-comparison") != null);
        assertThat(OneWindow.text(same.getContent())).contains("Nothing would change: its 3 pairs are all here",
                "The same content was imported before");
        assertThat(find(same, "#import-start", Node.class).isDisabled()).isTrue();
        Fx.bothThemes(same.getScene(), "import-same");
        OneWindow.press(same, "#import-close");

        file("pairs.csv", "id,text,split,sentiment", "1,new words,validation,negative", "2,b again,train,negative",
                "4,d,train,neutral", "4,e,train,neutral");
        var changed = look(file);
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.frames();
        assertThat(OneWindow.text(changed.getContent())).contains("1 pair is new; 2 are here already",
                "Text: 2 pairs have another one now (1, 2)", "Label: 1 pair has", "no longer does; it stays: 3");
        assertThat(changes(changed)).containsExactly(
                new ChangeLine("1", Change.TEXT, "Text", "a", "new words"),
                new ChangeLine("1", Change.LABEL, "Sentiment", "positive", "negative"),
                new ChangeLine("2", Change.TEXT, "Text", "b", "b again"));
        Fx.bothThemes(changed.getScene(), "import-changed");
        assertThat(pairs().getFirst().example().text()).isEqualTo("a");
        OneWindow.press(changed, "#import-back");
        Fx.until(() -> changed.lookup("#import-preview") != null);
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.run(() -> find(changed, "#import-follow-label", CheckBox.class).setSelected(false));
        assertThat(imported(changed)).contains("1 pair is new");
        assertThat(find(changed, "#import-problems", TableView.class).getItems().toString())
                .contains("stands in the source before");
        assertThat(pairs()).extracting(row -> row.example().text()).containsExactly("new words", "b again", "c", "d");
        assertThat(pairs().getFirst().given()).isEqualTo(Map.of("sentiment", "positive"));
        assertThat(window.workspace().project().imports().former(1)).singleElement()
                .satisfies(former -> assertThat(former.value()).isEqualTo("a"));
    }

    @Test
    void longMixedAndEmptyFieldsShowWhatTheyWereAndBecome() throws IOException {
        String header = "id,text,image,ocr,split,sarcasm,sentiment";
        String words = "one could go on about the weather for ever and nobody would listen ".repeat(8);
        picture("a.png", 0x3366AA);
        picture("b.png", 0xAA6633);
        file("pairs.csv", header, "840006160660983809,\"" + words + "and so it rains\",a.png,,train,sarcastic,positive",
                "emoji,lovely ☔️ weather 😂😂 #monday,a.png,,train,,",
                "arabic,مرحبا بالعالم هذا الطقس جميل,a.png,,train,,",
                "spaces,two words,,,train,,");
        var dialog = look(folder.resolve("pairs.csv"));
        choose(dialog, "#map-knowledge", "ocr");
        imported(dialog);
        OneWindow.press(dialog, "#import-close");

        picture("a.png", 0x99CC33);
        file("pairs.csv", header,
                "840006160660983809,\"" + words + "and so it snows\",b.png,SALE 50 %,test,not sarcastic,negative",
                "emoji,lovely 👩‍👩‍👧‍👦 weather 🇩🇪 #monday @mention https://t.co/x,a.png,,train,sarcastic,",
                "arabic,\"" + "مرحبا بالعالم، كم هو سيئ هذا الطقس! #طقس ".repeat(4) + "\",,,train,,",
                "spaces,two  words,,,train,,");
        var changed = look(folder.resolve("pairs.csv"));
        choose(changed, "#map-knowledge", "ocr");
        Fx.frames();
        OneWindow.press(changed, "#import-start");
        Fx.until(() -> changed.lookup("#import-comparison") != null);
        Fx.run(() -> find(changed, "#import-follow-split", CheckBox.class).setSelected(false));
        var lines = changes(changed);
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
        var dialog = look(Files.writeString(folder.resolve("many.csv"), lines));
        assertThat(OneWindow.text(find(dialog, "#import-count", Node.class))).contains("About");
        OneWindow.press(dialog, "#import-start");
        Fx.until(() -> dialog.lookup("#import-progress") != null);
        Fx.bothThemes(dialog.getScene(), "import-progress");
        Fx.until(() -> dialog.lookup("#import-report") != null
                || window.workspace().project().examples().count(ExampleFilter.ALL) > 0);
        OneWindow.press(dialog, "#import-close");
        Fx.until(() -> dialog.lookup("#import-preview") != null || dialog.lookup("#import-report") != null
                || !window.shows("importing"));
        assertThat(window.workspace().project().examples().count(ExampleFilter.ALL)).isPositive();
    }
}
