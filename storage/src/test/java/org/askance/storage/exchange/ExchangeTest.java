package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {

    private static final List<TaskDefinition> TASKS = List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);

    @TempDir
    Path folder;

    private static final class Collected implements ExampleSource.Sink {
        final List<NewExample> examples = new ArrayList<>();
        final List<RowProblem> problems = new ArrayList<>();

        @Override
        public void row(SourceRow row) {
            examples.add(row.example());
        }

        @Override
        public void problem(RowProblem problem) {
            problems.add(problem);
        }
    }

    private Collected read(Path path) throws IOException {
        var collected = new Collected();
        Sources.open(Sources.guess(path), TASKS, SourceOptions.USUAL).read(collected);
        return collected;
    }

    @Test
    void aGuidFolderIsReadWithMixedEncodingsAndBrokenRowsListed() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("train.txt"),
                "guid,tag\n1,positive\n2,null\n3,negative,oops\n4,angry\n5,neutral\n../6,neutral\n");
        Files.write(data.resolve("1.txt"), "Café\u0007 ☀\n".getBytes(StandardCharsets.UTF_8));
        Files.write(data.resolve("2.txt"), "It’s déjà vu – again".getBytes(Charset.forName("windows-1252")));
        Files.writeString(data.resolve("4.txt"), "grr");
        Files.write(data.resolve("4.png"), new byte[]{1});

        var read = read(folder);

        assertThat(read.examples).containsExactly(
                new NewExample("1", "Café ☀", data.resolve("1.jpg"), Split.TRAIN, Map.of("sentiment", "positive")),
                new NewExample("2", "It’s déjà vu – again", data.resolve("2.jpg"), Split.TRAIN, Map.of()),
                new NewExample("4", "grr", data.resolve("4.png"), Split.TRAIN, Map.of()));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(read.problems.get(1).sentence(Format.GUID_FOLDER))
                .contains("train.txt, line 5: 'angry' is no label of sentiment");
    }

    @Test
    void theEncodingOfAFoldersTextsIsJudgedTogether() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        var rows = new StringBuilder("guid,tag\n");
        var chinese = Charset.forName("GB18030");
        String said = "我们今天去公园散步看到很多人在放风筝天气真的非常好大家都很开心你呢明天还要上班吗";
        for (int i = 0; i < 60; i++) {
            // As in the wild: English tweets saved on a Chinese system, with an ellipsis or an accent each.
            String text = "RT @someone: so happy today " + (i % 2 == 0 ? "…" : said.substring(i / 2, i / 2 + 9))
                    + " #tag" + i;
            Files.write(data.resolve(i + ".txt"), text.getBytes(chinese));
            rows.append(i).append(",positive\n");
        }
        Files.writeString(folder.resolve("train.txt"), rows);

        var read = read(folder);

        assertThat(read.examples.get(0).text()).isEqualTo("RT @someone: so happy today … #tag0");
        assertThat(read.examples.get(1).text()).isEqualTo("RT @someone: so happy today 我们今天去公园散步 #tag1");
    }

    @Test
    void aTableIsReadByItsMapping() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"), """
                id,text,image,split,sarcasm,sentiment
                1,"Great, ""again"" 🙂
                second line",a/b.jpg,val,1,Negative
                2,,x.jpg,test,0,positive
                3,plain,,dev,maybe,
                9007199254740993,ok,c.png,train,0,neutral
                """);

        var read = read(file);

        assertThat(read.examples).containsExactly(
                new NewExample("1", "Great, \"again\" 🙂\nsecond line", folder.resolve("a/b.jpg"), Split.VALIDATION,
                        Map.of("sarcasm", "sarcastic", "sentiment", "negative")),
                new NewExample("3", "plain", null, Split.VALIDATION, Map.of()),
                new NewExample("9007199254740993", "ok", folder.resolve("c.png"), Split.TRAIN,
                        Map.of("sarcasm", "not sarcastic", "sentiment", "neutral")));
        assertThat(read.problems).extracting(problem -> problem.sentence(Format.TABLE)).containsExactly(
                file + ", line 4: the text is empty",
                file + ", line 5: 'maybe' is no label of sarcasm (not sarcastic, sarcastic); the pair is imported without it");
    }

    @Test
    void whatOcrReadInAPictureComesWithThePair() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"),
                "id,text,ocr_text\n1,Great,FLIGHT CANCELLED\n2,ok,\n");
        assertThat(read(file).examples).extracting(NewExample::knowledge).containsExactly("FLIGHT CANCELLED", null);
    }

    @Test
    void semicolonsTabsAndOtherEncodingsAreFound() throws IOException {
        var file = folder.resolve("pairs.tsv");
        Files.write(file, "tweet\tpicture\nça va\tx.jpg\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Sources.preview(Sources.guess(file), TASKS, SourceOptions.USUAL, 5).rows())
                .containsExactly(new Preview.Row(file, 2, List.of("ça va", "x.jpg"), folder.resolve("x.jpg")));
        Files.writeString(file, "text;image\nhello, you;y.jpg\n");
        assertThat(read(file).examples.getFirst().text()).isEqualTo("hello, you");
    }

    @Test
    void aTableWithoutTheMappedColumnIsRefusedWithItsColumns() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"), "a,b\n1,2\n");
        var options = SourceOptions.USUAL
                .withMapping(new ColumnMapping(null, "words", null, null, null, Map.of()));
        var table = Sources.open(Sources.guess(file), TASKS, options);
        assertThatThrownBy(() -> table.read(new Collected())).isInstanceOf(IOException.class)
                .hasMessageContaining(file + " has no column 'words'; its columns are a, b");
    }

    @Test
    void aBrokenQuoteLosesOnlyItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"),
                "id,text\n1,fine\n2,\"never closed\n3,kept\n4,\"a\"b\n5,\"two\nlines\"\n6,\"open");
        var read = read(file);
        assertThat(read.examples).extracting(NewExample::key).containsExactly("1", "3", "5");
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(3L, 5L, 8L);
    }

    @Test
    void anEmptyFolderAndAnEmptyFileAreRefused() throws IOException {
        assertThatThrownBy(() -> Sources.guess(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("holds no pairs that can be read");
        var file = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Sources.guess(folder.resolve("none.csv"))).isInstanceOf(IOException.class)
                .hasMessageContaining("There is nothing at");
    }
}
