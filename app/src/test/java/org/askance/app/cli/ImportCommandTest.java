package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.askance.app.FormatSamples;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.exchange.Format;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Importing from a terminal: every format, looked at before, and what is wrong with it.
class ImportCommandTest {

    @TempDir
    private Path folder;

    private TerminalRun run(String... arguments) {
        return TerminalRun.of(folder.resolve("home"), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<ExampleRow> pairs(String name) {
        try (var project = Project.open(folder.resolve(name))) {
            return project.examples().rows(project.examples().ids(ExampleFilter.ALL));
        }
    }

    @Test
    void labelsEditedInAnExportAreToldAndTakenOverByOneOption() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "id,text,split,sarcasm\n1,a,train,sarcastic\n");
        run("import", path("pairs.csv"), "--project", path("p"));
        run("export", "--project", path("p"), "--format", "csv", "--out", path("out.csv"));
        Files.writeString(folder.resolve("out.csv"), Files.readString(folder.resolve("out.csv"))
                .replace(",sarcastic,sarcastic,", ",not sarcastic,sarcastic,"));
        var looked = run("import", path("out.csv"), "--project", path("p"), "--dry-run");
        assertThat(looked.err()).contains("In 1 pair a label of ours was edited in the table: 1",
                ",answer takes changes over",
                "Sarcasm, edited in the table", "not sarcastic");
        var plain = run("import", path("out.csv"), "--project", path("p"));
        assertThat(plain.err()).contains("which neither the dataset nor an annotator gave",
                ",answer takes changes over");
        assertThat(pairs("p").getFirst().answered()).isEmpty();
        var taken = run("import", path("out.csv"), "--project", path("p"), "--update", "answer", "--annotator", "ada");
        assertThat(taken.err()).contains("1 label that was edited in the table is your answer now")
                .doesNotContain("takes changes over");
        assertThat(pairs("p").getFirst().answered()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
    }

    @Test
    void rowsAndPicturesAreToldInThePersonsLanguageAndWhatHelpsOnce() throws IOException {
        Files.writeString(folder.resolve("t.csv"), """
                id,text,image,sarcasm
                1,so lovely,there.png,sarcastic
                2,so late,,perhaps
                3,so wet,,maybe
                4,too many,,sarcastic,cells
                """);
        Files.writeString(folder.resolve("there.png"), "no picture");
        var said = TerminalRun.of(Strings.in(Language.GERMAN), folder.resolve("home"), "import", path("t.csv"),
                "--project", path("p"), "--no-divide");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("3 Paare sind neu, keines gab es schon. 3 Zeilen fielen weg oder wurden nicht"
                + " ganz genutzt; 3 Bilder sind nicht nutzbar.\n");
        assertThat(said.err()).contains(", Zeile 3: „perhaps“ ist kein Label von", ", Zeile 5: ",
                "there.png ist kein Bild, das sich lesen lässt", "Was hilft:\n  ")
                .containsOnlyOnce("Schreiben Sie es, wie die Labels")
                .containsOnlyOnce("‚askance relink‘").doesNotContain("is not", "is no label", "imported");
        var looked = TerminalRun.of(Strings.in(Language.GERMAN), folder.resolve("home"), "import", path("t.csv"),
                "--project", path("other"), "--preview");
        assertThat(looked.err()).contains(", Zeile 5: ").containsOnlyOnce("Was hilft:");
    }

    /// A shard of a hub's folder that somebody packed otherwise.
    @Test
    void aFileOfAFolderThatCannotBeReadIsToldCountedAndTheOthersComeIn() throws IOException {
        Files.createDirectories(folder.resolve("shards"));
        for (var shard : List.of("train-0.parquet", "train-1.parquet")) {
            try (var out = Files.newOutputStream(folder.resolve("shards").resolve(shard));
                    var parquet = new ParquetWriter(out, List.of(ParquetField.text("id"), ParquetField.text("text")),
                            "test")) {
                parquet.row(List.of(shard, "so lovely"));
            }
        }
        // The codec's number, GZIP, becomes BROTLI's: the field is the footer's only one of that form.
        var packed = folder.resolve("shards/train-1.parquet");
        byte[] bytes = Files.readAllBytes(packed);
        int footer = bytes.length - 8 - java.nio.ByteBuffer.wrap(bytes, bytes.length - 8, 4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
        int changed = 0;
        for (int i = footer; i + 3 < bytes.length - 8; i++) {
            // The path's last letters, then field 4: an int of 2, zigzag.
            if ((bytes[i] == 'd' || bytes[i] == 't') && bytes[i + 1] == 0x15 && bytes[i + 2] == 0x04
                    && bytes[i + 3] == 0x16) {
                bytes[i + 2] = 0x08;
                changed++;
            }
        }
        assertThat(changed).isEqualTo(2);
        Files.write(packed, bytes);
        var done = run("import", path("shards"), "--project", path("p"), "--format", "parquet");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).startsWith("1 pair is new");
        assertThat(done.err()).contains(packed + ": it is compressed as BROTLI, which cannot be read; the file is left"
                + " out. Write it again with snappy, zstd or gzip, or without compression.",
                "1 file of the source cannot be read and is left out");
    }

    @Test
    void everyFormatIsLookedAtAndImported() {
        for (var sample : FormatSamples.all(folder.resolve("samples"))) {
            String name = sample.format().key();
            var looked = run("import", sample.path().toString(), "--project", path(name), "--preview");
            assertThat(looked.code()).as(looked.err()).isZero();
            assertThat(looked.err()).contains("Read as " + title(sample.format()));
            assertThat(looked.out().lines().count()).as(looked.out()).isGreaterThan(sample.keys().size());
            assertThat(looked.out()).contains(sample.keys().getFirst());
            assertThat(folder.resolve(name)).doesNotExist();

            var done = run("import", sample.path().toString(), "--project", path(name), "--no-divide");
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.out()).startsWith(sample.keys().size() == 1
                    ? "1 pair is new"
                    : sample.keys().size()
                            + " pairs are new");
            var pairs = pairs(name);
            assertThat(pairs).extracting(row -> row.example().key()).as(name).isEqualTo(sample.keys());
            assertThat(new TreeMap<>(pairs.getFirst().given()).entrySet()).extracting(Object::toString).as(name)
                    .isEqualTo(sample.labels());
            assertThat(pairs.stream()
                    .filter(row -> row.example().image() != null && row.example().problem() == null).count()).as(name)
                    .isEqualTo(sample.pictures());
            assertThat(run("import", sample.path().toString(), "--project", path(name), "--no-divide").out())
                    .startsWith("No pair is new");
        }
    }

    /// A table in a folder is called after its file.
    private static String title(Format format) {
        return format == Format.TABLE ? "TSV" : format.title();
    }

    @Test
    void whichFilesOfAFolderAreReadAndHowIsToldWithAndWithoutAPreview() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        Files.writeString(folder.resolve("set/pairs.tsv"), "text\tmood\nthe first\tgood\nthe second\tbad\n");
        Files.writeString(folder.resolve("set/notes.csv"), "id,text\n1,x\n");
        for (var arguments : List.of(List.of("--preview"), List.of("--dry-run"), List.<String>of())) {
            var all = new java.util.ArrayList<>(List.of("import", path("set"), "--project", path("p")));
            all.addAll(arguments);
            var said = run(all.toArray(String[]::new));
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.err()).contains("Read as TSV: " + path("set/pairs.tsv"), "Only pairs.tsv is read.",
                    "is not read: notes.csv",
                    "For example: askance import " + path("set/notes.csv"), "The texts are read as UTF-8.",
                    "Columns: text = text.", "a pair is called by the number of its line",
                    "No column is taken for: picture, split, Sarcasm, Sentiment.",
                    "Nothing is taken from one column: mood.");
        }
        Files.writeString(folder.resolve("set/train.csv"), "id,text\n1,x\n");
        Files.writeString(folder.resolve("set/valid.csv"), "id,text\n2,x\n");
        assertThat(run("import", path("set"), "--project", path("p")).err()).contains(
                "2 files are read together as one dataset: train.csv, valid.csv.",
                "2 more files of the folder may hold pairs and are not read: notes.csv, pairs.tsv.");
    }

    @Test
    void pairsThatAreCalledByTheirLineAreCounted() throws IOException {
        Files.writeString(folder.resolve("d.jsonl"), "{\"text\": \"a\", \"label\": []}\n");
        assertThat(run("import", path("d.jsonl"), "--project", path("p")).err()).contains("1 pair has no id");
    }

    @Test
    void whatIsDividedOffIsTold() throws IOException {
        var text = new StringBuilder("id,text,split\n");
        for (int i = 0; i < 50; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append(i < 40 ? ",train\n" : ",test\n");
        }
        Files.writeString(folder.resolve("pairs.csv"), text);
        assertThat(run("import", path("pairs.csv"), "--project", path("kept")).err())
                .contains("its training pairs stay as it names them", "--divide --update split");
        assertThat(pairs("kept")).extracting(row -> row.example().split().key()).containsOnly("train", "test");
        assertThat(run("import", path("pairs.csv"), "--project", path("p"), "--divide").err())
                .containsPattern(
                        "names no validation split: \\d+ of its pairs (is|are) divided off for validation\\. What");
        assertThat(run("import", path("pairs.csv"), "--project", path("p")).err()).doesNotContain("divided off");
    }

    @Test
    void columnsAndEncodingAreShownAndCanBeChosen() throws IOException {
        Files.write(folder.resolve("ru.csv"), """
                nr;body;irony
                1;Как же я люблю дождь и холод по понедельникам;perhaps
                2;Сегодня солнечно и тепло и все довольны погодой;sarcastic
                """.getBytes(Charset.forName("KOI8-R")));
        var looked = run("import", path("ru.csv"), "--project", path("p"), "--preview", "--text", "body", "--id", "nr",
                "--label", "sarcasm=irony");
        assertThat(looked.err()).contains("KOI8-R", "id = nr, text = body, Sarcasm = irony.",
                "No column is taken for: picture, split, Sentiment.",
                "line 2: 'perhaps' is no label of sarcasm");
        assertThat(looked.out()).contains("line | nr | body | irony", "2 | 1 | Как же");
        assertThat(run("import", path("ru.csv"), "--project", path("p"), "--preview", "--encoding", "windows-1251")
                .out()).doesNotContain("Как же").contains("2 | 1 | ");
        assertThat(run("import", path("ru.csv"), "--project", path("p"), "--preview", "--format", "json-lines").err())
                .contains("holds no JSON objects");
        assertThat(folder.resolve("p")).doesNotExist();
    }

    /// Shards as the hub's library writes them: pictures within, names of classes beside the schema, −1 for no class.
    @Test
    void shardsOfTheHubComeWithTheirPicturesAndAgainChangeNothing() throws IOException {
        copy("hub", "set/data");
        var done = run("import", path("set"), "--project", path("p"), "--no-divide");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).isEqualTo("6 pairs are new, none was there already. No row was left out or not wholly"
                + " used; 1 picture is unusable.\n");
        assertHub("p");
        assertThat(pairs("p")).allSatisfy(row -> {
            var image = row.example().image();
            assertThat(image == null || image.startsWith(folder.resolve("p/images"))).isTrue();
        });
        var again = run("import", path("set"), "--project", path("p"), "--no-divide", "--update",
                "text,knowledge,image,split,label");
        assertThat(again.out()).startsWith("No pair is new, 6 were there already.");
        assertThat(again.err()).doesNotContain("another");
        assertHub("p");
        try (var files = Files.walk(folder.resolve("p/images"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(5);
        }
    }

    private void assertHub(String project) {
        var pairs = pairs(project);
        assertThat(pairs).extracting(row -> row.example().key()).containsExactly("840006160660983804",
                "840006160660983805", "840006160660983800", "840006160660983801", "840006160660983802",
                "840006160660983803");
        assertThat(pairs).extracting(row -> row.example().text()).containsExactly("no picture", "the last",
                "lovely ☔️ weather 😂", "so nice مرحبا", "again, a \uFFFD", "two\nlines");
        assertThat(pairs).extracting(ExampleRow::given).containsExactly(Map.of(), Map.of(),
                Map.of("sarcasm", "sarcastic"), Map.of("sarcasm", "not sarcastic"), Map.of(),
                Map.of("sarcasm", "sarcastic"));
        assertThat(pairs).extracting(row -> row.example().split().key()).containsExactly("test", "test", "train",
                "train", "train", "train");
        assertThat(pairs).extracting(row -> row.example().problem() == null).containsExactly(false, true, true, true,
                true, true);
    }

    /// Shards without pictures within name them by their paths from where the shard lies.
    @Test
    void shardsThatNamePicturesFindThemBesideThemselves() throws IOException {
        Files.createDirectories(folder.resolve("set/data/images"));
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png",
                folder.resolve("set/data/images/0.png").toFile());
        for (int shard = 0; shard < 2; shard++) {
            try (var out = Files.newOutputStream(folder.resolve("set/data/train-0000" + shard + "-of-00002.parquet"));
                    var rows = new ParquetWriter(out, List.of(ParquetField.text("id"), ParquetField.text("text"),
                            ParquetField.text("image")), "test")) {
                rows.row(List.of("k" + shard, "text " + shard, "images/" + shard + ".png"));
            }
        }
        var done = run("import", path("set"), "--project", path("p"), "--no-divide");
        assertThat(done.out()).contains("2 pairs are new", "1 picture is unusable");
        assertThat(pairs("p")).extracting(row -> row.example().image()).containsExactly(
                folder.resolve("set/data/images/0.png"), folder.resolve("set/data/images/1.png"));
        assertThat(run("import", path("set"), "--project", path("p"), "--no-divide", "--update", "image,text").err())
                .doesNotContain("another");
    }

    @Test
    void aCompressionThatIsNotKnownIsNamed() throws IOException {
        copy("hub-lz4", "set");
        var done = run("import", path("set"), "--project", path("p"));
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).contains("train-00000-of-00001.parquet", "LZ4", "zstd");
        assertThat(folder.resolve("p")).doesNotExist();
    }

    private void copy(String resources, String to) throws IOException {
        Files.createDirectories(folder.resolve(to));
        try (var files = Files.list(Path.of("src/test/resources/org/askance/app/cli", resources))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(to).resolve(file.getFileName()));
            }
        }
    }

    @Test
    void whatWouldChangeIsToldBeforeItDoes() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "id,text,image\n1,a,\n2,b,\n");
        assertThat(run("import", path("x.csv"), "--project", path("p")).out()).startsWith("2 pairs are new");
        Files.writeString(folder.resolve("x.csv"), "id,text,image\n1,other words,\n3,c,\n");
        var dry = run("import", path("x.csv"), "--project", path("p"), "--dry-run", "--update", "text");
        assertThat(dry.out()).startsWith("1 pair would be new, 1 is there already.");
        assertThat(dry.err()).contains("1 pair has another text now: 1", "no longer does; it stays: 2",
                "1, Text: a → other words");
        var looked = run("import", path("x.csv"), "--project", path("p"), "--preview");
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.out()).contains("line | id | text", "1 pair would be new, 1 is there already.");
        assertThat(looked.err()).contains("1, Text: a → other words");
        assertThat(pairs("p")).extracting(row -> row.example().text()).containsExactly("a", "b");
        assertThat(run("import", path("x.csv"), "--project", path("p"), "--update", "text").out())
                .startsWith("1 pair is new, 1 was there already.");
        assertThat(pairs("p")).extracting(row -> row.example().text()).containsExactly("other words", "b", "c");
    }

    @Test
    void picturesThatCannotBeUsedAreMarkedWithTheReasonAndTheirPairsComeIn() throws Exception {
        Files.createDirectories(folder.resolve("set/pics"));
        var plain = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(plain, "png", folder.resolve("set/pics/good.png").toFile());
        ImageIO.write(plain, "jpg", folder.resolve("set/pics/mislabelled.png").toFile());
        Files.createFile(folder.resolve("set/pics/empty.jpg"));
        byte[] whole = Files.readAllBytes(folder.resolve("set/pics/mislabelled.png"));
        Files.write(folder.resolve("set/pics/truncated.jpg"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("set/pics/page.jpg"), "<html>not found</html>");
        HugePicture.write(folder.resolve("set/pics/huge.png"), 20_000, 20_000);
        Files.writeString(folder.resolve("secret.png"), "secret");
        Files.createSymbolicLink(folder.resolve("set/pics/link.png"), folder.resolve("secret.png"));
        assertThat(new ProcessBuilder("mkfifo", path("set/pics/pipe.png")).start().waitFor()).isZero();
        var names = List.of("pics/good.png", "pics/mislabelled.png", "pics/empty.jpg", "pics/truncated.jpg",
                "pics/page.jpg", "pics/huge.png", "pics/missing.png", "pics/link.png", "pics/pipe.png",
                "../secret.png", "/dev/zero", "");
        var lines = new StringBuilder("id,text,image\n");
        names.forEach(name -> lines.append(name.isEmpty() ? "none" : name).append(",words,").append(name).append('\n'));
        Files.writeString(folder.resolve("set/pairs.csv"), lines);

        var said = run("import", path("set/pairs.csv"), "--project", path("p"));
        assertThat(said.out()).as(said.err()).startsWith("12 pairs are new");
        var reasons = new TreeMap<String, String>();
        pairs("p").forEach(row -> reasons.put(row.example().key(), String.valueOf(row.example().problem())));
        assertThat(reasons.get("pics/good.png")).isEqualTo("null");
        assertThat(reasons.get("pics/mislabelled.png")).isEqualTo("null");
        assertThat(reasons.get("none")).contains("names no picture");
        assertThat(reasons.get("pics/empty.jpg")).contains("empty");
        assertThat(reasons.get("pics/page.jpg")).contains("not a picture");
        assertThat(reasons.get("pics/huge.png")).contains("20000");
        assertThat(reasons.get("pics/missing.png")).contains("There is no picture");
        assertThat(said.err()).contains("truncated.jpg");
        assertThat(reasons.get("pics/pipe.png")).isNotEqualTo("null");
        assertThat(reasons.get("/dev/zero")).isNotEqualTo("null");
        // What a row was told of is what its pair says, and what is counted.
        var root = folder.resolve("set");
        var refused = Map.of("pics/link.png", "'pics/link.png' is a link that leads out of " + root,
                "../secret.png", "'../secret.png' leads out of " + root);
        refused.forEach((key, why) -> assertThat(reasons).containsEntry(key, "The picture is not used: " + why + "."));
        var all = run("import", path("set/pairs.csv"), "--project", path("q"), "--all-problems");
        refused.values().forEach(why -> assertThat(all.err())
                .contains(why + "; the pair is imported without its image", "The picture is not used: " + why + "."));
        assertThat(all.err()).containsOnlyOnce("names no picture");
        assertThat(said.err()).contains("'pics/link.png' is a link that leads out of",
                "'../secret.png' leads out of");
    }
}
