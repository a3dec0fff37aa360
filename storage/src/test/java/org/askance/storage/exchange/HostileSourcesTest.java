package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.askance.storage.dataset.NewExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostileSourcesTest {

    @TempDir
    Path folder;

    @Test
    void aLineOfManyMegabytesIsAProblemAndTheRestGoesOn() throws IOException {
        var file = folder.resolve("train.txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("['1', 'a', 1]\n['2', '");
            for (int i = 0; i < 40_000; i++) {
                out.write("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
            }
            out.write("', 1]\n['3', 'c', 0]\n");
        }
        var read = Collected.of(file);
        assertThat(read.examples()).extracting(NewExample::key).containsExactly("1", "3");
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(2L);
    }

    @Test
    void manyBrokenQuotesDoNotTakeForever() throws IOException {
        var text = new StringBuilder("id,text\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(i % 2 == 0 ? ",\"open\n" : ",plain\n");
        }
        var read = Collected.of(Files.writeString(folder.resolve("broken.csv"), text));
        assertThat(read.problems).isNotEmpty();
    }

    @Test
    void nestingWithoutEndIsAProblem() throws IOException {
        var deep = Files.writeString(folder.resolve("deep.jsonl"),
                "{\"text\": \"ok\", \"id\": 1}\n{\"text\": " + "[".repeat(100_000) + "\n");
        assertThat(Collected.of(deep).problems).singleElement().extracting(RowProblem::line).isEqualTo(2L);
        var array = Files.writeString(folder.resolve("deep.json"),
                "[{\"image_id\": 1, \"text\": \"a\", \"label\": 0}, " + "{\"a\":".repeat(100_000));
        assertThat(Collected.of(array).examples()).hasSize(1);
    }

    @Test
    void pipesAndDevicesAreNeverOpened() throws Exception {
        var pipe = folder.resolve("pipe.csv");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        org.junit.jupiter.api.Assumptions.assumeTrue(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0);
        assertThatThrownBy(() -> Sources.guess(pipe)).isInstanceOf(IOException.class)
                .hasMessageContaining("a pipe or a device");
        for (var format : Format.values()) {
            assertThatThrownBy(() -> Sources.open(new Sources.Guess(format, pipe, ""), Collected.TASKS,
                    SourceOptions.USUAL).read(new Collected())).as(format.title()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyTextSurvivesATableAndLinesOfJson() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder("x");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(List.of((int) '"', (int) ',', (int) '\n', (int) '\r', (int) '\'', 0x1F600, 0xE9,
                        (int) '\\', (int) ' ', 0x200D, (int) 'a').get(random.nextInt(11)));
            }
            var csv = Files.writeString(folder.resolve("t.csv"),
                    "id,text\r\n9007199254740993,\"" + text.toString().replace("\"", "\"\"") + "\"\r\n");
            assertThat(Collected.of(csv).examples()).singleElement().extracting(NewExample::text)
                    .isEqualTo(text.toString());
            var json = Files.writeString(folder.resolve("t.jsonl"), Json.MAPPER.createObjectNode()
                    .put("id", "9007199254740993").put("text", text.toString()) + "\n");
            assertThat(Collected.of(json).examples()).containsExactlyElementsOf(Collected.of(csv).examples());
        }
    }

    @Test
    void encodingsAreFoundFromSamplesOfTheFile() throws IOException {
        var utf16 = folder.resolve("u.csv");
        Files.write(utf16, "\uFEFFid,text\n1,naïve 🙂\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Collected.of(utf16).examples().getFirst().text()).isEqualTo("naïve 🙂");
        var text = new StringBuilder("id,text\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(",caf\u00e9 at the corner\n");
        }
        var mostly = folder.resolve("m.csv");
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xE9;
        Files.write(mostly, bytes);
        assertThat(Encodings.detect(mostly)).isEqualTo(StandardCharsets.UTF_8);
        Files.write(mostly, text.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Encodings.detect(mostly).name()).isIn("windows-1252", "ISO-8859-1");
        var read = Collected.of(mostly);
        assertThat(read.examples().getLast().text()).isEqualTo("café at the corner");
    }
}
