package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReadersTest {

    @TempDir
    Path folder;

    private Path file(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private Format guess(Path path) throws IOException {
        return Sources.guess(path).format();
    }

    @Test
    void mmsdTextIsReadBySplitWithTheHumansLabel() throws IOException {
        file("train.txt", "['910308516510011393', 'most # funny # sarcasm', 1]",
                "['854334602516733952', \"won 't it ? caf\\u00e9 \\U0001F600\", 1]", "['3', 'broken', 1",
                "['4', 'seven', 7]");
        file("valid2.txt", "['9007199254740993', 'so car # mymost', 1, 0]");
        file("valid.txt", "['5', 'the other file', 1]");
        file("test2.txt", "[6, 'octal \\101 \\x42 \\N{GREEK SMALL LETTER ALPHA}', 0, 1]");

        assertThat(Sources.guess(folder).why()).contains("train.txt").contains("Python list");
        assertThat(guess(folder)).isEqualTo(Format.MMSD_TEXT);
        var read = Collected.of(folder);

        assertThat(read.examples()).extracting(NewExample::key, NewExample::text, NewExample::split,
                NewExample::labels).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("854334602516733952", "won 't it ? café 😀", Split.TRAIN,
                                Map.of("sarcasm", "sarcastic")),
                        org.assertj.core.groups.Tuple.tuple("4", "seven", Split.TRAIN, Map.of()),
                        org.assertj.core.groups.Tuple.tuple("9007199254740993", "so car # mymost", Split.VALIDATION,
                                Map.of("sarcasm", "not sarcastic")),
                        org.assertj.core.groups.Tuple.tuple("6", "octal A B α", Split.TEST,
                                Map.of("sarcasm", "sarcastic")));
        assertThat(read.examples().getFirst().image())
                .isEqualTo(folder.resolve("dataset_image/854334602516733952.jpg"));
        assertThat(read.dropped).isEqualTo(Map.of(ExampleSource.Drop.LEAKING_WORD, 1));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(3L, 4L);
        assertThat(read.position).isEqualTo(read.total).isPositive();

        var all = Collected.of(folder, SourceOptions.USUAL.withDropLeaks(false));
        assertThat(all.rows).hasSize(5);
        assertThat(all.dropped).isEmpty();
    }

    @Test
    void theThirdItemOfClfaRowsIsTextReadInTheImage() throws IOException {
        var file = file("train.txt", "['1', 'so nice', 'KEEP OUT', 1]", "['2', 'ok', '', 0]");
        assertThat(guess(file)).isEqualTo(Format.CLFA_ROWS);
        assertThat(Collected.of(file).examples()).extracting(NewExample::knowledge).containsExactly("KEEP OUT", null);
    }

    @Test
    void imagesOfADatasetMayLieApart() throws IOException {
        var file = file("mmsd/train.txt", "['7', 'so nice', 1]");
        file("photos/7.png", "picture");
        assertThat(Collected.of(file, SourceOptions.USUAL.withImages(folder.resolve("photos"))).examples())
                .extracting(NewExample::image).containsExactly(folder.resolve("photos/7.png"));
    }

    @Test
    void clfaSentimentRowsFindTheirTexts() throws IOException {
        var file = file("train.txt", "7\t0", "8\t2", "9\t1", "10\tx");
        file("data/7.txt", "yes");
        file("data/8.txt", "hm");
        var read = Collected.of(file);
        assertThat(guess(file)).isEqualTo(Format.CLFA_SENTIMENT);
        assertThat(read.examples()).extracting(NewExample::labels).containsExactly(Map.of("sentiment", "positive"),
                Map.of("sentiment", "neutral"));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(3L, 4L);
    }

    @Test
    void mmsd2IsReadFromItsArraysWithExactIds() throws IOException {
        file("text_json_final/train.json",
                "[{\"image_id\": 840006160660983809, \"text\": \"<user> thanks\", \"label\": 1},",
                " {\"image_id\": 12, \"text\": \"lone \\ud800 and \\u0000\", \"label\": 0}, {\"text\": \"no id\"}]");
        file("text_json_final/valid.json", "[]");
        file("text_json_final/test.json", "[{\"image_id\": 3, \"text\": \"a\", \"label\": 0},");
        file("dataset_image/840006160660983809.png", "picture");

        assertThat(guess(folder)).isEqualTo(Format.MMSD2_JSON);
        var read = Collected.of(folder);

        assertThat(read.examples()).extracting(NewExample::key).containsExactly("840006160660983809", "12", "3");
        assertThat(read.examples().getFirst().image())
                .isEqualTo(folder.resolve("dataset_image/840006160660983809.png"));
        assertThat(read.examples().get(1).text()).isEqualTo("lone \uFFFD and ");
        assertThat(read.examples().get(2).split()).isEqualTo(Split.TEST);
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(3L, 2L);
        assertThat(read.reasons().getLast()).contains("broken at line 2");
    }

    @Test
    void mvsaLabelsAreMergedByItsRule() throws IOException {
        file("labelResultAll.txt", "ID\ttext,image\ttext,image\ttext,image",
                "1\tpositive,positive\tpositive,neutral\tnegative,positive",
                "2\tneutral,negative\tneutral,negative\tneutral,negative",
                "3\tpositive,negative\tpositive,negative\tneutral,neutral",
                "4\tpositive,neutral\tnegative,neutral\tneutral,neutral", "5\tpositive,wrong", "6\tneutral,neutral");
        for (int i = 1; i <= 5; i++) {
            file("data/" + i + ".txt", "tweet " + i);
        }
        assertThat(guess(folder)).isEqualTo(Format.MVSA);
        var read = Collected.of(folder);
        assertThat(read.examples()).extracting(NewExample::key, NewExample::labels).containsExactly(
                org.assertj.core.groups.Tuple.tuple("1", Map.of("sentiment", "positive")),
                org.assertj.core.groups.Tuple.tuple("2", Map.of("sentiment", "negative")));
        assertThat(read.dropped).isEqualTo(
                Map.of(ExampleSource.Drop.CONTRADICTION, 1, ExampleSource.Drop.NO_MAJORITY, 1));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(6L, 7L);
    }

    @Test
    void anImageFolderIsReadSplitBySplitAndNeverLeft() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.jpg"), "x");
        file("set/train/metadata.jsonl",
                "{\"file_name\": \"a.jpg\", \"text\": \"one\", \"label\": \"positive\", \"id\": \"1\"}",
                "{\"file_name\": \"../../secret.jpg\", \"text\": \"two\", \"label\": \"neutral\", \"id\": \"2\"}",
                "{\"file_name\": \"" + secret + "\", \"text\": \"three\", \"label\": null, \"id\": \"3\"}",
                "{\"file_name\": \"link.jpg\", \"text\": \"four\", \"label\": \"negative\", \"id\": \"4\"}");
        Files.createSymbolicLink(folder.resolve("set/train/link.jpg"), secret);
        file("set/validation/metadata.jsonl",
                "{\"file_name\": \"b.jpg\", \"text\": \"five\", \"label\": \"positive\", \"id\": \"5\"}");

        assertThat(guess(folder.resolve("set"))).isEqualTo(Format.IMAGE_FOLDER);
        var read = Collected.of(folder.resolve("set"));

        assertThat(read.examples()).extracting(NewExample::image).containsExactly(
                folder.resolve("set/train/a.jpg"), null, null, null, folder.resolve("set/validation/b.jpg"));
        assertThat(read.examples()).extracting(NewExample::split).containsExactly(Split.TRAIN, Split.TRAIN,
                Split.TRAIN, Split.TRAIN, Split.VALIDATION);
        assertThat(read.examples().getFirst().labels()).isEqualTo(Map.of("sentiment", "positive"));
        assertThat(read.reasons()).hasSize(3).allMatch(reason -> reason.contains("without its image"));
    }

    @Test
    void aFileMayNameAbsoluteImagesUnlessThatIsForbidden() throws IOException {
        var file = file("pairs.jsonl", "{\"id\": \"1\", \"text\": \"a\", \"image\": \"/pictures/1.jpg\"}",
                "{\"id\": \"2\", \"text\": \"b\", \"image\": \"../2.jpg\"}",
                "{\"id\": \"3\", \"text\": \"c\", \"image\": \"https://example.org/3.jpg\"}",
                "{\"id\": \"4\", \"text\": \"d\", \"image\": \"sub\\\\4.jpg\"}");
        var read = Collected.of(file);
        assertThat(read.examples()).extracting(NewExample::image).containsExactly(Path.of("/pictures/1.jpg"), null,
                null, folder.resolve("sub/4.jpg"));
        assertThat(Collected.of(file, SourceOptions.USUAL.withAbsolute(false)).examples().getFirst().image()).isNull();
        var elsewhere = SourceOptions.USUAL.withImages(folder.resolve("elsewhere"));
        assertThat(Collected.of(file, elsewhere).examples().getLast().image())
                .isEqualTo(folder.resolve("elsewhere/sub/4.jpg"));
        var preview = Sources.preview(Sources.guess(file), Collected.TASKS, elsewhere, 10);
        assertThat(preview.rows()).extracting(Preview.Row::image).containsExactly(Path.of("/pictures/1.jpg"), null,
                null, folder.resolve("elsewhere/sub/4.jpg"));
    }

    @Test
    void linesOfJsonAreATableWithNestedColumns() throws IOException {
        var file = file("dev.jsonl",
                "{\"key\": 9007199254740993, \"tweet\": \"x\", \"meta\": {\"sarcasm\": 1.0}, \"n\": NaN}",
                "not json", "[1]", "", "{\"key\": \"b\", \"tweet\": \"y\"}");
        var preview = Sources.preview(Sources.guess(file), Collected.TASKS, SourceOptions.USUAL, 10);
        assertThat(preview.columns()).containsExactly("key", "tweet", "meta.sarcasm", "n");
        assertThat(preview.rows()).containsExactly(
                new Preview.Row(file, 1, List.of("9007199254740993", "x", "1.0", "NaN"), null),
                new Preview.Row(file, 5, List.of("b", "y", "", ""), null));
        assertThat(preview.rows().getFirst().has(preview.problems().getFirst())).isFalse();
        assertThat(preview.count()).isEqualTo(2);
        assertThat(preview.exact()).isTrue();
        assertThat(preview.encoding()).isEqualTo(StandardCharsets.UTF_8);

        var mapping = java.util.Objects.requireNonNull(preview.mapping());
        var read = Collected.of(file, SourceOptions.USUAL.withMapping(mapping.withTask("sarcasm", "meta.sarcasm")));
        assertThat(read.examples()).extracting(NewExample::key, NewExample::split, NewExample::labels).containsExactly(
                org.assertj.core.groups.Tuple.tuple("9007199254740993", Split.VALIDATION,
                        Map.of("sarcasm", "sarcastic")),
                org.assertj.core.groups.Tuple.tuple("b", Split.VALIDATION, Map.of()));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(2L, 3L);
    }

    @Test
    void aPreviewOfABigFileEstimatesItsRows() throws IOException {
        var text = new StringBuilder("id,text\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",\"tweet number ").append(i).append("\"\n");
        }
        var file = Files.writeString(folder.resolve("many.csv"), text);
        var preview = Sources.preview(Sources.guess(file), Collected.TASKS, SourceOptions.USUAL, 20);
        assertThat(preview.rows()).hasSize(20);
        assertThat(preview.exact()).isFalse();
        assertThat(preview.count()).isBetween(25_000L, 100_000L);
    }

    @Test
    void anotherFormatOrEncodingCanBeChosen() throws IOException {
        var file = folder.resolve("pairs.csv");
        Files.write(file, "id,text\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        var guess = Sources.guess(file);
        var read = new Collected();
        Sources.open(guess, Collected.TASKS, SourceOptions.USUAL.withEncoding(StandardCharsets.UTF_8)).read(read);
        assertThat(read.examples().getFirst().text()).isEqualTo("caf\uFFFD");
        assertThat(read.reasons()).singleElement().asString().contains("1 characters are not UTF-8");
        assertThatThrownBy(() -> Sources.open(guess.as(Format.JSON_LINES), Collected.TASKS, SourceOptions.USUAL))
                .isInstanceOf(IOException.class).hasMessageContaining("holds no JSON objects");
    }

    /// A text may hold the replacement character, where someone else lost a letter before.
    @Test
    void theReplacementCharacterIsReadAsItIsWhereTheBytesAreSound() throws IOException {
        String text = "caf\uFFFD \uFFFD\uFFFD";
        file("pairs.csv", "id,text", "1," + text);
        file("pairs.jsonl", "{\"id\": \"1\", \"text\": \"" + text + "\"}", "{\"id\": \"2\", \"text\": \"caf\\ufffd\"}");
        file("train.json", "[{\"image_id\": 1, \"text\": \"" + text + "\", \"label\": 1}]");
        file("mmsd/train.txt", "['1', '" + text + "', 1]");
        file("mvsa/labelResultAll.txt", "ID\ttext,image", "1\tpositive,positive");
        file("mvsa/data/1.txt", text);
        Files.write(folder.resolve("wide.csv"),
                ("\uFEFFid,text\n1," + text + "\n").getBytes(StandardCharsets.UTF_16LE));
        for (var name : List.of("pairs.csv", "pairs.jsonl", "train.json", "mmsd", "mvsa", "wide.csv")) {
            var read = Collected.of(folder.resolve(name));
            assertThat(read.reasons()).as(name).isEmpty();
            assertThat(read.examples().getFirst().text().strip()).as(name).isEqualTo(text);
        }
        Files.write(folder.resolve("broken.csv"),
                ("id,text\n1," + text + "\n2,é è ü ö ä ß\n3,caf\u00e9\n").getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(folder.resolve("broken.csv"));
        bytes[bytes.length - 2] = (byte) 0xE9;
        bytes[bytes.length - 3] = 'f';
        Files.write(folder.resolve("broken.csv"), bytes);
        var broken = Collected.of(folder.resolve("broken.csv"));
        assertThat(broken.reasons()).singleElement().asString().contains("1 characters are not UTF-8");
        assertThat(broken.examples()).extracting(NewExample::text).containsExactly(text, "é è ü ö ä ß", "caff\uFFFD");
    }
}
