package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The terminal speaks what was chosen in the window's menu.
class ChosenLanguageTest {

    @TempDir
    private Path home;

    private static String said(Path home, String... arguments) {
        var err = System.err;
        var caught = new ByteArrayOutputStream();
        String before = System.getProperty("askance.home");
        System.setProperty("askance.home", home.toString());
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            CommandLineMain.run(arguments);
        } finally {
            System.setErr(err);
            if (before == null) {
                System.clearProperty("askance.home");
            } else {
                System.setProperty("askance.home", before);
            }
        }
        return caught.toString(StandardCharsets.UTF_8);
    }

    private String unfinished(String preferences) throws IOException {
        Files.writeString(home.resolve("preferences.properties"), preferences);
        return said(home, "unfinished").strip();
    }

    @Test
    void whatWasChosenIsSpokenAndElseTheSystems() throws IOException {
        String english = Strings.english().get("cli.unfinished.none");
        String german = Strings.in(Language.GERMAN).get("cli.unfinished.none");
        assertThat(german).isNotEqualTo(english);
        assertThat(unfinished("language=german\n")).isEqualTo(german);
        assertThat(unfinished("language=english\n")).isEqualTo(english);
        String systems = Strings.in(Language.SYSTEM).get("cli.unfinished.none");
        assertThat(unfinished("language=system\n")).isEqualTo(systems);
        assertThat(unfinished("theme=dark\n")).isEqualTo(systems);
        assertThat(unfinished("language=\\uwrong\n")).isEqualTo(systems);
    }

    @Test
    void helpOfEachCommandAndOptionSpeaksIt() {
        var strings = Strings.in(Language.GERMAN);
        for (var spoken : List.of(List.of("import", "cli.import.dry"), List.of("backups", "cli.project"),
                List.of("relink", "cli.project"))) {
            var help = TerminalRun.of(strings, home, spoken.getFirst(), "--help").out().replaceAll("\\s+", " ");
            assertThat(help).contains(strings.get(spoken.getLast()));
        }
    }
}
