package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables as spreadsheets and people save them.
class AwkwardTablesTest {

    @TempDir
    Path folder;

    private Collected csv(String text) throws IOException {
        return Collected.of(Files.writeString(folder.resolve("pairs.csv"), text));
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsLeftOutAndToldOf() throws IOException {
        var read = csv("id,text\n1,a,b,c\n2,\"d, e\"\n3,f,,\n4\n");
        assertThat(read.examples()).extracting(NewExample::text).containsExactly("d, e", "f");
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(2L, 5L, 5L);
        assertThat(read.problems.getFirst().reason())
                .isEqualTo("the row has 4 cells, but the header names 2; it is left out");
        assertThat(read.problems.getFirst().remedy()).contains("comma", "quotes");
        var tabs = Collected.of(Files.writeString(folder.resolve("pairs.tsv"), "id\ttext\n1\ta\tb\n"));
        assertThat(tabs.examples()).isEmpty();
        assertThat(tabs.problems).singleElement().extracting(RowProblem::remedy).asString().contains("tab");
    }

    @Test
    void aRowWithFewerCellsThanTheHeaderIsToldOfAndItsPairComesIn() throws IOException {
        var read = csv("id,text,sarcasm,,\n1,a\n2,b,sarcastic\n3,c,\n\"\"\n , \n");
        assertThat(read.examples()).extracting(NewExample::key, NewExample::labels).containsExactly(
                tuple("1", Map.of()), tuple("2", Map.of("sarcasm", "sarcastic")), tuple("3", Map.of()));
        assertThat(read.problems.getFirst()).isEqualTo(new RowProblem(folder.resolve("pairs.csv"), 2,
                OfReading.SHORT_ROW.with(2, 3), OfReading.FILL_ROW.with()));
        assertThat(read.problems.getFirst().reason()).isEqualTo("the row has fewer cells (2) than the header names (3);"
                + " those that are missing count as empty");
        assertThat(read.reasons()).filteredOn(reason -> reason.contains("fewer")).hasSize(1);
    }

    @Test
    void aSplitThatIsNoneIsToldOfAndItsPairComesIn() throws IOException {
        var read = csv("id,text,split\n1,a,holdout\n2,b, Test \n3,c,\n4,d,none\n5,e,DEV\n6,f,null\n");
        assertThat(read.examples()).extracting(NewExample::split).containsExactly(Split.NONE, Split.TEST, Split.NONE,
                Split.NONE, Split.VALIDATION, Split.NONE);
        assertThat(read.problems).containsExactly(new RowProblem(folder.resolve("pairs.csv"), 2,
                OfReading.NO_SPLIT.with("holdout"), OfReading.SPELL_SPLIT.with()));
        assertThat(read.reasons()).containsExactly("'holdout' is no split; the pair counts as one without");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        var bytes = new byte[3_000];
        for (int seed = 0; seed < 20; seed++) {
            new Random(seed).nextBytes(bytes);
            for (var name : List.of("rand.csv", "rand.tsv", "rand.txt", "rand")) {
                var file = Files.write(folder.resolve(name), bytes);
                assertThatThrownBy(() -> Sources.guess(file)).as(name + seed).isInstanceOf(IOException.class)
                        .hasMessageStartingWith(file + " is no text: it holds many characters that stand in no text.");
                var asked = new Sources.Guess(Format.TABLE, file, "asked");
                assertThatThrownBy(() -> Sources.open(asked, Collected.TASKS, SourceOptions.USUAL)
                        .read(new Collected())).hasMessageStartingWith(file + " is no text");
            }
        }
        // What a database of SQLite begins with, and 16 bits of nothing.
        var zeros = Files.write(folder.resolve("zeros.csv"), Arrays.copyOf("id,text\n1,a\n".getBytes(
                StandardCharsets.UTF_8), 4_096));
        assertThatThrownBy(() -> Sources.guess(zeros)).hasMessageContaining("is no text");
        assertThat(csv("id,text\n1,a\0b\n2,c\0\0\0d\0\0\n").examples()).extracting(NewExample::text)
                .containsExactly("ab", "cd");
        assertThat(csv("id,text\n" + "1,bell \u0007 and \u001b[1mbold\u001b[0m\n".repeat(40)).examples())
                .hasSize(40);
    }

    @Test
    void excelsLineThatNamesTheDelimiterIsUnderstood() throws IOException {
        for (var start : List.of("sep=;\n", "\uFEFFsep=;\r\n", "SEP=;\n", "\"sep=;\"\n")) {
            var read = csv(start + "id;text;ocr,a,b\n1;a, b;x\n2;c;d;e\n");
            assertThat(read.examples()).as(start).extracting(NewExample::key, NewExample::text)
                    .containsExactly(tuple("1", "a, b"));
            assertThat(read.problems).as(start).extracting(RowProblem::line).containsExactly(4L);
        }
        assertThat(csv("sep=\t\nid\ttext\n1\ta\n").examples()).extracting(NewExample::text).containsExactly("a");
        assertThat(csv("sep=^\nid^text\n1^a\n").examples()).extracting(NewExample::text).containsExactly("a");
    }

    @Test
    void anEncodingOfTwoBytesIsKnownWithoutAMark() throws IOException {
        var text = "id,text\n1,naïve 🙂 text\n2,中文的推文\n";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = Files.write(folder.resolve("wide.csv"), text.getBytes(charset));
            assertThat(Encodings.detect(file)).isEqualTo(charset);
            assertThat(Collected.of(file).examples()).extracting(NewExample::text).containsExactly("naïve 🙂 text",
                    "中文的推文");
        }
        var some = Files.writeString(folder.resolve("some.csv"), "id,text\n1,a\0b\n2,c\0\0\0d\0\0\n");
        assertThat(Encodings.detect(some)).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void anEncodingOfFourBytesIsKnownByItsMark() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_32LE, StandardCharsets.UTF_32BE)) {
            var file = Files.write(folder.resolve("wider.csv"),
                    "\uFEFFid,text\n1,naïve 🙂\n".getBytes(charset));
            assertThat(Encodings.detect(file)).isEqualTo(charset);
            assertThat(Collected.of(file).examples()).extracting(NewExample::text).containsExactly("naïve 🙂");
        }
    }

    @Test
    void numbersAreLabelsOfAnImageFolderAsOfATable() throws IOException {
        var table = new StringBuilder("id,text,label\n");
        for (int i = 0; i < 3; i++) {
            table.append("%1$d,text %1$d,%2$d\n".formatted(i, i % 2));
        }
        assertThat(csv(table.toString()).examples()).extracting(NewExample::labels).containsExactly(
                Map.of("sarcasm", "not sarcastic"), Map.of("sarcasm", "sarcastic"), Map.of("sarcasm", "not sarcastic"));
        assertThat(imageFolder("0", "1", "0").examples()).extracting(NewExample::labels).containsExactly(
                Map.of("sarcasm", "not sarcastic"), Map.of("sarcasm", "sarcastic"), Map.of("sarcasm", "not sarcastic"));
    }

    private Collected imageFolder(String... labels) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            lines.append("{\"file_name\": \"%1$d.png\", \"text\": \"text %1$d\", \"label\": %2$s}\n"
                    .formatted(i, labels[i]));
        }
        Files.writeString(Files.createDirectories(folder.resolve("set/train")).resolve("metadata.jsonl"), lines);
        return Collected.of(folder.resolve("set"));
    }

    @Test
    void labelsOfAnImageFolderThatNoTaskKnowsAreToldOf() throws IOException {
        var read = imageFolder("0", "2", "null", "1", "-1");
        assertThat(read.examples()).hasSize(5).allMatch(example -> example.labels().isEmpty());
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(1L, 2L, 4L);
        assertThat(read.reasons().getFirst()).isEqualTo("its label '0' is not used: the values of label are not all"
                + " labels of one task; the pair is imported without it");
    }
}
