package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.dataset.NewExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts that are files of their own are read in each one's encoding, as tables are.
class TextFilesEncodingTest {

    @TempDir
    private Path folder;

    private static final List<String> TEXTS = List.of("lovely weather again", "как я люблю понедельники и дождь",
            "naïve 🙂 and so late");

    private void text(int id, String text, Charset charset, byte... mark) throws IOException {
        var data = Files.createDirectories(folder.resolve("data"));
        try (var out = Files.newOutputStream(data.resolve(id + ".txt"))) {
            out.write(mark);
            out.write(text.getBytes(charset));
        }
    }

    private void table(int ids, boolean mvsa) throws IOException {
        var lines = new StringBuilder(mvsa ? "ID\ttext,image\n" : "guid,tag\n");
        for (int id = 1; id <= ids; id++) {
            lines.append(id).append(mvsa ? "\tpositive,positive\n" : ",positive\n");
        }
        Files.writeString(folder.resolve(mvsa ? "labelResultAll.txt" : "train.txt"), lines);
    }

    @Test
    void utf16WithAndWithoutItsMarkIsRead() throws IOException {
        for (boolean mvsa : List.of(true, false)) {
            int id = 0;
            for (var text : TEXTS) {
                text(++id, text, StandardCharsets.UTF_16LE);
                text(++id, text, StandardCharsets.UTF_16BE);
                text(++id, text, StandardCharsets.UTF_16LE, (byte) 0xFF, (byte) 0xFE);
                text(++id, text, StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
                text(++id, text, StandardCharsets.UTF_8);
            }
            table(id, mvsa);
            assertThat(Collected.of(folder).examples()).extracting(NewExample::text).containsExactlyElementsOf(
                    TEXTS.stream().flatMap(text -> java.util.Collections.nCopies(5, text).stream()).toList());
            Files.delete(folder.resolve(mvsa ? "labelResultAll.txt" : "train.txt"));
        }
    }

    @Test
    void aTextWithoutZerosIsReadAsMostOthersAre() throws IOException {
        text(1, TEXTS.getFirst(), StandardCharsets.UTF_16LE);
        text(2, "天気がいい", StandardCharsets.UTF_16LE);
        text(3, TEXTS.getLast(), StandardCharsets.UTF_16LE);
        table(3, false);
        assertThat(Collected.of(folder).examples().get(1).text()).isEqualTo("天気がいい");
    }

    @Test
    void oneTextInUtf16LeavesTheOthersWhatTheyAre() throws IOException {
        for (int id = 1; id <= 20; id++) {
            text(id, "c’est déjà l’été à la mère Noël n° " + id, Charset.forName("windows-1252"));
        }
        text(21, "lovely weather again", StandardCharsets.UTF_16BE);
        table(21, false);
        var texts = Collected.of(folder).examples().stream().map(NewExample::text).toList();
        assertThat(texts.getFirst()).isEqualTo("c’est déjà l’été à la mère Noël n° 1");
        assertThat(texts.getLast()).isEqualTo("lovely weather again");
    }
}
