package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with JSON is said with file, place and remedy, in words of this program's own.
class BrokenJsonTest {

    /// Words of parsers and of Java.
    private static final Pattern FOREIGN = Pattern
            .compile(
                    "(?i)exception|\\btoken\\b|marker|escape sequence|CTRL-CHAR|code \\d+|expecting|java|jackson|null");

    /// What is broken, and a word of what is said of it.
    private static final Map<String, String> BROKEN = Map.ofEntries(Map.entry("{\"text\": \"a\"", "not closed"),
            Map.entry("{\"text\": \"a", "not closed"), Map.entry("{\"text\": [1, 2}", "closes what was not opened"),
            Map.entry("{text: 1}", "‘t’ cannot stand there"), Map.entry("{\"text\": perhaps}", "‘perhaps’ is no value"),
            Map.entry("{'text': 1}", "cannot stand there"), Map.entry("{\"text\": \"a\\qb\"}", "backslash"),
            Map.entry("{\"text\": 1.}", "cannot stand there"), Map.entry("{\"text\": 01}", "number"),
            Map.entry("{\"text\": \"a\"} {}", "follows"), Map.entry("{\"text\": \"a\tb\"}", "control character"),
            Map.entry("{\"text\": " + "[".repeat(100) + "}", "nested"),
            Map.entry("{\"text\": " + "1".repeat(2_000) + "}", "digits"), Map.entry("{\"text\" 1}", "cannot stand"),
            Map.entry("{,}", "cannot stand there"));

    @TempDir
    private Path folder;

    @Test
    void aBrokenLineNamesItsPlaceAndTheRestIsRead() throws IOException {
        for (var each : BROKEN.entrySet()) {
            var file = Files.writeString(folder.resolve("x.jsonl"),
                    "{\"id\": 1, \"text\": \"good\"}\n" + each.getKey() + "\n{\"id\": 3, \"text\": \"good\"}\n");
            var read = Collected.of(file);
            assertThat(read.examples()).as(each.getKey()).hasSize(2);
            assertThat(read.problems).as(each.getKey()).singleElement().satisfies(problem -> {
                assertThat(problem.file()).isEqualTo(file);
                assertThat(problem.line()).isEqualTo(2);
                assertThat(problem.reason()).contains("at character ", each.getValue()).doesNotContainPattern(FOREIGN);
                assertThat(problem.remedy()).isNotBlank();
            });
        }
    }

    @Test
    void aBrokenListNamesItsPlaceAndWhatStoodBeforeIsRead() throws IOException {
        for (var each : BROKEN.entrySet()) {
            if (each.getValue().equals("follows")) {
                continue;
            }
            var file = Files.writeString(folder.resolve("x.json"),
                    "[{\"image_id\": 1, \"text\": \"good\", \"label\": 1},\n" + each.getKey() + "\n]");
            var read = Collected.of(file);
            assertThat(read.examples()).as(each.getKey()).hasSize(1);
            assertThat(read.problems).as(each.getKey()).isNotEmpty().first().satisfies(problem -> {
                assertThat(problem.line()).isEqualTo(2);
                assertThat(problem.reason()).contains("line ", "character ").doesNotContainPattern(FOREIGN);
            });
        }
    }

    @Test
    void aFileThatIsBrokenAtItsBeginningSaysWhere() throws IOException {
        for (var text : List.of("{\"a\": ", "[{\"text\": }", "[{]")) {
            var file = Files.writeString(folder.resolve("y.json"), text);
            assertThatThrownBy(() -> Sources.guess(file)).as(text).isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " is no JSON that can be read: in line 1, at character ")
                    .hasMessageContaining("Mend it there").message().doesNotContainPattern(FOREIGN);
        }
        var lines = Files.writeString(folder.resolve("y.jsonl"), "{\"a\": \n{\"text\": \"good\"}\n");
        var read = Collected.of(lines);
        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems).hasSize(1);
    }

    @Test
    void aNameThatNoFileCanHaveIsSaidToBeThat() {
        var paths = new ImagePaths(folder, true);
        assertThat(paths.resolve("a1.jpg\u0000")).isInstanceOfSatisfying(ImagePaths.Place.Refused.class,
                refused -> assertThat(refused.reason().english())
                        .contains("control character (code 0, as character 7)"));
        assertThat(paths.resolve("x".repeat(2_000))).isInstanceOfSatisfying(ImagePaths.Place.Refused.class,
                refused -> assertThat(refused.reason().english()).contains("longer than 1000 characters"));
    }
}
