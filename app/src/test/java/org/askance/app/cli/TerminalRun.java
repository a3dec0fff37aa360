package org.askance.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;

/// What a command said and how it ended.
record TerminalRun(int code, String out, String err) {

    /// Runs a command, in English, with nothing of the person's own.
    static TerminalRun of(Path home, String... arguments) {
        return of(Strings.english(), home, arguments);
    }

    static TerminalRun of(Strings strings, Path home, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(strings, new Home(home), new PrintWriter(out, true),
                new PrintWriter(err, true), false);
        int code = CommandLineMain.run(terminal, arguments);
        return new TerminalRun(code, out.toString(), err.toString());
    }
}
