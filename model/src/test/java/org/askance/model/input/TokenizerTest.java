package org.askance.model.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.askance.model.block.Parity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Token ids of 220 texts against Python's `tokenizers`, from the published files of BERT and CLIP.
class TokenizerTest {

    private static final int MOST_TOKENS = 77;

    @TempDir
    private static Path published;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(Parity.path("tokenizers.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = published.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bert-base-uncased, bert, true", "bert-base-uncased, bert, false", "clip-vit-base-patch32, clip, true",
            "clip-vit-base-patch32, clip, false"})
    void idsAreThoseOfPython(String name, String key, boolean ready) throws IOException {
        var source = published.resolve(name);
        if (!ready) {
            // Without tokenizer.json it is built from the vocabulary.
            try (var files = Files.list(source)) {
                for (var file : files.filter(file -> !file.endsWith("tokenizer.json")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            source = folder;
        }
        int texts = 0;
        try (var tokenizer = Tokenizer.open(TokenizerJson.of(source, folder.resolve("built.json")), MOST_TOKENS)) {
            for (var line : Files.readAllLines(Parity.path("tokens.jsonl"))) {
                var json = new ObjectMapper().readTree(line);
                long[] expected = StreamSupport.stream(json.path(key).spliterator(), false).mapToLong(JsonNode::asLong)
                        .toArray();
                assertThat(tokenizer.ids(json.path("text").asText())).as(json.path("text").asText())
                        .isEqualTo(expected);
                texts++;
            }
        }
        assertThat(texts).isEqualTo(220);
    }

    @Test
    void aFolderWithoutATokenizerIsNamed() throws IOException {
        assertThatThrownBy(() -> TokenizerJson.of(folder, folder.resolve("x"))).isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString()).hasMessageContaining("vocab.txt");
        Files.writeString(folder.resolve("vocab.txt"), "a\nb\n");
        assertThatThrownBy(() -> TokenizerJson.of(folder, folder.resolve("x"))).hasMessageContaining("[PAD]");
        var broken = Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> Tokenizer.open(broken, 10)).isInstanceOf(IOException.class)
                .hasMessageContaining(broken.toString());
    }

    @Test
    void loneSurrogatesAreNoTrouble() throws IOException {
        try (var tokenizer = Tokenizer.open(published.resolve("bert-base-uncased/tokenizer.json"), MOST_TOKENS)) {
            assertThat(tokenizer.ids("half \ud83d a face")).hasSizeGreaterThan(4);
        }
    }
}
