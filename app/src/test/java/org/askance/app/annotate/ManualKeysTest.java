package org.askance.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.annotate.keys.Keymap;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.ui.WindowKeymap;
import org.askance.storage.annotation.TaskDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The manual's table of keys is made from the program's. With `-Dmanual.renew` it is written anew.
class ManualKeysTest {

    @ParameterizedTest
    @CsvSource({"en,ENGLISH,## The keys at first,What they do", "de,GERMAN,## Die Tasten am Anfang,Was sie tun"})
    void theTableIsTheProgramsOwn(String folder, Language language, String heading, String does) throws IOException {
        var file = Path.of("../assets/manual", folder, "keys.md");
        String text = Files.readString(file);
        int from = text.indexOf(heading) + heading.length();
        int to = text.indexOf("\n## ", from);
        assertThat(from).as(heading).isGreaterThan(heading.length());
        String table = table(Strings.in(language), does);
        if (Boolean.getBoolean("manual.renew")) {
            Files.writeString(file, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).as("renew it: CONTRIBUTING says how").isEqualTo(table);
        }
    }

    private static String table(Strings strings, String does) {
        var lines = KeyLines.of(new KeyTable(Keymap.USUAL, List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT)),
                WindowKeymap.USUAL, new KeyNames(strings));
        String title = strings.get("keys.title");
        return "\n\n| " + title + " | "
                + does
                + " |\n|---|---|\n"
                + Stream.of(lines.answering(), lines.others(), lines.everywhere()).flatMap(List::stream)
                        .map(line -> "| " + keys(line.keys()) + " | " + line.does() + " |\n")
                        .collect(Collectors.joining());
    }

    /// Each key set apart.
    private static String keys(String keys) {
        return Stream.of(keys.split("  | … ", -1)).map(key -> "`" + key + "`").collect(Collectors.joining(" "));
    }
}
