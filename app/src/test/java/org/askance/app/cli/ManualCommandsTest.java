package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.askance.app.manual.PageParts;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the manual says to type in a terminal is understood there, and every command has an example.
class ManualCommandsTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path home;

    private CommandLine command() {
        var nowhere = new PrintWriter(new StringWriter());
        return CommandLineMain.command(new Terminal(Strings.english(), new Home(home), nowhere, nowhere, false));
    }

    private static String[] words(String line) {
        return WORD.matcher(line).results().skip(1)
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1)).toArray(String[]::new);
    }

    @Test
    void everyCommandOfTheManualIsUnderstood() {
        var lines = Stream.of("en", "de").flatMap(language -> PageParts.all(language).stream())
                .flatMap(parts -> parts.commands().stream()).toList();
        assertThat(lines).hasSizeGreaterThan(30).allSatisfy(
                line -> assertThatCode(() -> command().parseArgs(words(line))).as(line).doesNotThrowAnyException());
        assertThat(lines).extracting(line -> words(line)[0]).containsAll(command().getSubcommands().keySet());
    }
}
