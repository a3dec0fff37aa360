package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.storage.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Command lines that cannot be understood, told in both languages.
class MisunderstoodTest {

    @TempDir
    private Path folder;

    private String told(Language language, String... arguments) {
        var run = TerminalRun.of(Strings.in(language), folder.resolve("home"), arguments);
        assertThat(run.code()).isEqualTo(2);
        return run.err();
    }

    private void tells(String english, String german, String... arguments) {
        assertThat(told(Language.ENGLISH, arguments)).startsWith(english + System.lineSeparator());
        assertThat(told(Language.GERMAN, arguments)).startsWith(german + System.lineSeparator());
    }

    @Test
    void whatIsMissingUnknownOrGivenTwiceIsNamed() {
        tells("This is missing: --project.", "Es fehlt: --project.", "score");
        tells("These are missing: --project, SOURCE.", "Es fehlen: --project, SOURCE.", "import");
        tells("This is not understood: exprot. Did you mean export?",
                "Das wird nicht verstanden: exprot. Meinten Sie export?", "exprot");
        tells("This is not understood: --splt=test.", "Das wird nicht verstanden: --splt=test.", "score", "--project",
                "p", "--splt=test");
        tells("--project is given more than once. Give it once.",
                "--project steht mehrmals da. Geben Sie es einmal an.", "score", "--project", "p", "--project", "q");
    }

    @Test
    void aValueThatCannotBeIsToldWithThoseThatCan() {
        assertThat(told(Language.ENGLISH, "import", "x", "--project", "p", "--format", "excel"))
                .startsWith("‘excel’ cannot be the value of --format. Choose one of mmsd-text, ");
        assertThat(told(Language.GERMAN, "import", "x", "--project", "p", "--update", "all")).startsWith(
                "‚all‘ kann nicht der Wert von --update sein. Wählen Sie eines von text, knowledge, ");
        tells("‘many’ cannot be the value of --count. It must be a whole number.",
                "‚many‘ kann nicht der Wert von --count sein. Es muss eine ganze Zahl sein.", "postcards", "--out", "x",
                "--count", "many");
    }

    @Test
    void aQueryIsToldInThePersonsLanguageWithAMarkUnderTheWord() {
        Project.create(folder.resolve("p"), "Weather").close();
        var run = TerminalRun.of(Strings.in(Language.GERMAN), folder.resolve("home"), "find", "--project",
                folder.resolve("p").toString(), "conf<2");
        assertThat(run.err()).doesNotContain("must").contains("  conf<2" + System.lineSeparator() + "       ^");
    }
}
