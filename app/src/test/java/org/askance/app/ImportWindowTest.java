package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.exchange.Format;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.junit.jupiter.api.Test;

/// The real import dialog over real files of outside formats.
class ImportWindowTest extends ImportCase {

    @Test
    void everyFormatIsGuessedShownAndImported() {
        for (var sample : FormatSamples.all(folder.resolve("samples"))) {
            var project = folder.resolve(sample.format().key());
            Project.create(project, sample.format().title()).close();
            tour.window().open(project);
            Fx.until(() -> tour.window().workspace().project().folder().equals(project));
            var dialog = tour.look(sample.path());
            assertThat(ImportTour.guess(dialog))
                    .contains(sample.format() == Format.TABLE ? "TSV" : sample.format().title());
            assertThat(ImportTour.rows(dialog)).isGreaterThanOrEqualTo(sample.keys().size());
            assertThat(ImportTour.imported(dialog)).startsWith(
                    sample.keys().size() == 1 ? "1 pair is new" : sample.keys().size() + " pairs are new");
            assertThat(tour.pairs()).extracting(row -> row.example().key()).hasSameElementsAs(sample.keys());
            OneWindow.press(dialog, "#import-close");
            Fx.until(() -> !tour.window().shows("importing"));
        }
    }

    @Test
    void whichFilesOfAFolderAreReadIsToldBeforeAndAfter() throws IOException {
        tour.file("set/pairs.tsv", "text\tmood", "the first\tgood", "the second\tbad");
        tour.file("set/notes.csv", "id,text", "1,x");
        Files.createSymbolicLink(folder.resolve("set/link.csv"), folder.resolve("set/notes.csv"));
        var dialog = tour.look(folder.resolve("set"));
        assertThat(ImportTour.guess(dialog)).contains("This is read as TSV.");
        assertThat(OneWindow.text(ImportTour.find(dialog, "#import-beside", Node.class))).contains(
                "Only pairs.tsv is read.",
                "not read: notes.csv", "choose that file instead of the folder", "link.csv");
        Fx.bothThemes(dialog.getScene(), "import-beside");
        assertThat(ImportTour.imported(dialog)).contains("Read as TSV from", "Only pairs.tsv is read.", "link.csv",
                "The texts are read as UTF-8.", "Columns: text = text.", "called by the number of its line",
                "No column is taken for: picture, split, Sarcasm, Sentiment.",
                "Nothing is taken from one column: mood.");
        Fx.bothThemes(dialog.getScene(), "import-beside-report");
    }

    @Test
    void aTableInAnOddEncodingIsDetectedAndCanBeReadOtherwise() throws IOException {
        var file = folder.resolve("tweets of a long winter, with a rather long name that fits into no line.csv");
        tour.picture("1.png", 0x3366AA);
        var lines = """
                id,tweet,photo,is it irony?
                1,Как же я люблю дождь и холод по понедельникам,1.png,sarcastic
                2,Сегодня солнечно и тепло и все довольны погодой,2.png,not sarcastic
                3,,1.png,perhaps
                """;
        Files.write(file, lines.getBytes(Charset.forName("KOI8-R")));

        var dialog = tour.look(file);
        assertThat(ImportTour.guess(dialog)).contains("CSV", "header of a table");
        var encoding = ImportTour.find(dialog, "#import-encoding", ComboBox.class);
        assertThat(encoding.getValue()).isEqualTo(Charset.forName("KOI8-R"));
        ImportTour.choose(dialog, "#map-image", "photo");
        ImportTour.choose(dialog, "#map-task-sarcasm", "is it irony?");
        Fx.until(() -> OneWindow.text(dialog.lookup("#import-count")).contains("1 needs"));
        Fx.frames();
        Fx.bothThemes(dialog.getScene(), "import-table");

        ImportTour.choose(dialog, "#import-encoding", Charset.forName("windows-1252"));
        Fx.until(() -> ImportTour.find(dialog, "#import-preview", TableView.class).getItems().getFirst().toString()
                .contains("ëÁË"));
        ImportTour.choose(dialog, "#import-encoding", Charset.forName("KOI8-R"));
        Fx.until(() -> ImportTour.find(dialog, "#import-preview", TableView.class).getItems().getFirst().toString()
                .contains("Как"));
        assertThat(ImportTour.find(dialog, "#map-image", ComboBox.class).getValue()).isEqualTo("photo");

        var report = ImportTour.imported(dialog);
        assertThat(report).contains("2 pairs are new",
                "The source names no validation split: none of its pairs are divided off for validation, 1 for test.");
        Fx.bothThemes(dialog.getScene(), "import-report");
        OneWindow.press(dialog, "#import-copy");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("line 4", "the text is empty",
                "2.png", "Find missing pictures");
        assertThat(tour.pairs()).extracting(row -> row.example().text()).first().asString().startsWith("Как же я");
        assertThat(tour.pairs().getFirst().given()).isEqualTo(Map.of("sarcasm", "sarcastic"));
    }

    @Test
    void mmsd2WithEmojiIsShownWithItsPictures() throws IOException {
        tour.file("mmsd2/train.json",
                "[{\"image_id\": 840006160660983809, \"text\": \"<user> lovely ☔️ weather 😂😂 #monday @mention https://t.co/x\", \"label\": 1},",
                " {\"image_id\": 12, \"text\": \"مرحبا بالعالم، كم هو جميل هذا الطقس! #طقس\", \"label\": 0},",
                " {\"image_id\": 13, \"text\": \"" + "日本語のツイート、とても長い文章です。".repeat(9)
                        + "\", \"label\": 0}, {\"text\": \"no id\"}]");
        tour.file("mmsd2/test.json", "[{\"image_id\": 3, \"text\": \"a\", \"label\": 0}]");
        tour.picture("mmsd2/dataset_image/840006160660983809.png", 0xAA3366);
        tour.picture("mmsd2/dataset_image/12.png", 0x66AA33);
        var dialog = tour.look(folder.resolve("mmsd2"));
        assertThat(ImportTour.guess(dialog)).contains("MMSD2.0 JSON", "image_id");
        assertThat(ImportTour.rows(dialog)).isEqualTo(4);
        assertThat(ImportTour.find(dialog, "#import-troubles", Node.class).isVisible()).isTrue();
        Fx.bothThemes(dialog.getScene(), "import-mmsd2");
        assertThat(ImportTour.imported(dialog)).contains("4 pairs are new");
        assertThat(tour.pairs()).extracting(row -> row.example().key()).contains("840006160660983809", "12", "3");
    }

    @Test
    void mvsaSaysItsRuleAndWhatItLeavesOut() throws IOException {
        tour.file("mvsa/labelResultAll.txt", "ID\ttext,image", "1\tpositive,positive", "2\tpositive,negative",
                "3\tneutral,negative", "4\tgood,bad");
        for (int i = 1; i <= 4; i++) {
            tour.file("mvsa/data/" + i + ".txt", "tweet number " + i);
            tour.picture("mvsa/data/" + i + ".png", 0x203040 * i);
        }
        var dialog = tour.look(folder.resolve("mvsa"));
        assertThat(ImportTour.guess(dialog)).contains("MVSA", "labelResultAll.txt");
        assertThat(ImportTour.find(dialog, "#import-encoding", ComboBox.class).getValue())
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(OneWindow.text(dialog.getContent())).contains("MVSA’s rule", "1 is left out");
        Fx.bothThemes(dialog.getScene(), "import-mvsa");
        assertThat(ImportTour.imported(dialog)).contains("2 pairs are new", "of opposite sentiment");
        assertThat(ImportTour.find(dialog, "#import-problems", TableView.class).getItems().toString())
                .contains("labelResultAll.txt, line 5", "positive,neutral");
        assertThat(tour.pairs()).extracting(ExampleRow::given).containsExactly(Map.of("sentiment", "positive"),
                Map.of("sentiment", "negative"));
    }

    @Test
    void answersOfLabelStudioComeAlongAndAgainOnlyOnce() throws IOException {
        var file = tour.file("ls.json",
                "[{\"id\": 17, \"data\": {\"image\": \"a.png\", \"text\": \"so nice\"}, \"annotations\": [{\"completed_by\": {\"email\": \"ada@example.org\"},"
                        + " \"updated_at\": \"2026-01-02T03:05:00Z\", \"result\": [{\"from_name\": \"sarcasm\", \"type\": \"choices\", \"value\": {\"choices\": [\"sarcastic\"]}}]}]}]");
        var dialog = tour.look(file);
        assertThat(ImportTour.guess(dialog)).contains("Label Studio JSON");
        assertThat(ImportTour.imported(dialog)).contains("1 pair is new", "1 answer or remark");
        assertThat(tour.window().workspace().project().annotations().labelsByAnnotator(1))
                .isEqualTo(Map.of("ada@example.org", Map.of("sarcasm", "sarcastic")));
        OneWindow.press(dialog, "#import-close");

        var again = tour.look(file);
        OneWindow.press(again, "#import-start");
        Fx.until(() -> again.lookup("#import-comparison") != null);
        assertThat(OneWindow.text(again.getContent())).contains("1 is here already", "In 1 row annotators");
        assertThat(ImportTour.imported(again)).contains("No pair is new").doesNotContain("or remark");
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
        var dialog = tour.look(file);
        assertThat(ImportTour.guess(dialog)).contains("Parquet");
        assertThat(ImportTour.find(dialog, "#map-task-sentiment", ComboBox.class).getValue()).isEqualTo("label");
        ImportTour.choose(dialog, "#map-text", "words");
        Fx.until(() -> OneWindow.text(dialog.lookup("#import-count")).contains("1 needs"));
        assertThat(ImportTour.imported(dialog)).contains("1 pair is new");
        assertThat(tour.pairs()).singleElement().satisfies(row -> {
            assertThat(row.example().key()).isEqualTo("9007199254740993");
            assertThat(row.example().text()).isEqualTo("naïve 🙂");
        });
    }

    @Test
    void anImageFolderIsReadSplitBySplit() throws IOException {
        for (var split : List.of("train", "validation")) {
            tour.picture("set/" + split + "/a.png", split.hashCode() & 0xFFFFFF);
            tour.file("set/" + split + "/metadata.jsonl", "{\"file_name\": \"a.png\", \"text\": \"of " + split
                    + "\", \"label\": \"positive\", \"id\": \"" + split + "\"}");
        }
        var dialog = tour.look(folder.resolve("set"));
        assertThat(ImportTour.guess(dialog)).contains("Hugging Face image folder");
        assertThat(ImportTour.imported(dialog)).contains("2 pairs are new");
        assertThat(tour.pairs()).extracting(row -> row.example().split().key()).containsExactly("train", "validation");
        assertThat(tour.pairs()).allSatisfy(row -> assertThat(row.example().problem()).isNull());
    }

    @Test
    void whatCannotBeReadIsSaidAndAnotherFormatMayBeChosen() throws IOException {
        var file = tour.file("notes.xyz", "{ this is no JSON", "at all");
        var dialog = tour.look(file);
        assertThat(ImportTour.guess(dialog)).contains(file.toString(), "no pairs that can be read");
        assertThat(ImportTour.find(dialog, "#import-start", Node.class).isDisabled()).isTrue();
        Fx.bothThemes(dialog.getScene(), "import-bad");
        ImportTour.choose(dialog, "#import-format", Format.JSON_LINES);
        Fx.until(() -> ImportTour.guess(dialog).contains("holds no JSON objects"));
        ImportTour.choose(dialog, "#import-format", Format.TABLE);
        Fx.until(() -> dialog.lookup("#import-preview") != null);
        assertThat(ImportTour.guess(dialog)).contains("CSV", "You chose it.");
        Fx.run(() -> tour.window().desk().projects().incoming().importPairs(folder.resolve("nowhere")));
        Fx.until(() -> javafx.stage.Window.getWindows().stream()
                .anyMatch(each -> OneWindow.text(each.getScene().getRoot()).contains("There is nothing at")));
        assertThat(tour.pairs()).isEmpty();
    }
}
