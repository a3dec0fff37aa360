package org.askance.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.RowProblem;

/// Tells what is wrong with a source, row by row, and what can be done: that once, however many rows need it.
final class TroubleLines {

    private final Terminal terminal;
    private final Format format;
    private final int most;
    private final SequencedSet<String> remedies = new LinkedHashSet<>();
    private int told;

    /// @param most how many rows are told of
    TroubleLines(Terminal terminal, Format format, int most) {
        this.terminal = terminal;
        this.format = format;
        this.most = most;
    }

    void tell(ImportReport report) {
        rows(report.problems().first());
        for (var pair : report.unusable().first()) {
            tell(pair.key() + ": " + pair.why().in(terminal.strings()::told),
                    terminal.strings().get("cli.import.picture"));
        }
        for (var note : report.notes().first()) {
            tell(note.in(terminal.strings()::told), "");
        }
        end(report.problems().count() + report.unusable().count() + report.notes().count());
    }

    void tell(List<RowProblem> problems) {
        rows(problems);
        end(problems.size());
    }

    private void rows(List<RowProblem> problems) {
        for (var problem : problems) {
            String where = problem.told(format).in(terminal.strings()::told);
            String remedy = problem.help().in(terminal.strings()::told);
            if (problem.line() > 0) {
                tell(where, remedy);
            } else {
                // Each file is another matter.
                tell(where + ". " + remedy, "");
            }
        }
    }

    private void tell(String sentence, String remedy) {
        if (told < most) {
            told++;
            terminal.say(sentence);
            if (!remedy.isEmpty()) {
                remedies.add(remedy);
            }
        }
    }

    private void end(int count) {
        if (count > told) {
            terminal.tell("cli.import.more", count - told);
        }
        var lines = new ArrayList<>(remedies);
        if (!lines.isEmpty()) {
            terminal.tell("cli.import.remedies");
            lines.forEach(line -> terminal.say("  " + line));
        }
    }
}
