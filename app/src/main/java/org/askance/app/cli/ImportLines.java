package org.askance.app.cli;

import java.util.Locale;
import java.util.TreeMap;
import org.askance.app.report.BeforeLine;
import org.askance.app.report.ChangeLine;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Duplicate;
import org.askance.storage.exchange.Format;

/// Tells what an import did, or would do.
record ImportLines(Terminal terminal, int shown) {

    private static final int CELL = 100;

    /// @param dry     whether nothing was written
    /// @param newOnly whether pairs that are there stayed as they are
    void tell(ImportReport report, Format format, boolean dry, boolean newOnly) {
        new TroubleLines(terminal, format, shown).tell(report);
        duplicates(report);
        if (report.before() != null) {
            terminal.say(BeforeLine.of(report.before(), terminal.strings()));
        }
        new TreeMap<>(report.dropped()).forEach(
                (reason, count) -> terminal.tell("cli.import.dropped." + reason.name().toLowerCase(Locale.ROOT),
                        count));
        new TreeMap<>(report.changed()).forEach((change, changed) -> terminal.tell(
                "cli.import.changed." + change.name().toLowerCase(Locale.ROOT), changed.count(),
                String.join(", ", changed.keys().stream().limit(5).toList())));
        if (dry) {
            changes(report.changes());
        }
        if (!report.changed().isEmpty() && newOnly) {
            terminal.tell("cli.import.unchanged");
        }
        if (report.gone().count() > 0) {
            terminal.tell("cli.import.gone", report.gone().count(),
                    String.join(", ", report.gone().first().stream().limit(5).toList()));
        }
        if (report.filesLeftOut() > 0) {
            terminal.tell("import.files", report.filesLeftOut());
        }
        if (report.divided().total() > 0) {
            terminal.tell("import.divided", report.divided().validation(), report.divided().test());
        }
        if (report.divided().isWanting() && report.added() > 0) {
            terminal.tell("cli.import.wanting");
        }
        if (report.numbered() > 0) {
            terminal.tell("import.numbered", report.numbered());
        }
        if (report.answers() + report.predictions() > 0) {
            terminal.tell("cli.import.judged", report.answers(), report.predictions());
        }
        if (report.taken() > 0) {
            terminal.tell("import.taken", report.taken());
        }
        terminal.give(terminal.strings().get(dry ? "cli.import.would" : "import.done", report.added(), report.known(),
                report.rowsInTrouble(), report.unusable().count()));
    }

    /// Each field that differs in a line of its own, as the project has it and as the source says.
    private void changes(ImportReport.Some<ImportReport.ChangedPair> changes) {
        var pairs = changes.first().stream().limit(shown).toList();
        ChangeLine.of(pairs, terminal.strings(), CELL).forEach(line -> terminal.tell("cli.import.change",
                line.key(), line.field(), line.was(), line.becomes()));
        if (changes.count() > pairs.size()) {
            terminal.tell("cli.import.changes.cut", changes.count() - pairs.size());
        }
    }

    private void duplicates(ImportReport report) {
        var duplicates = report.duplicates();
        if (duplicates.total() > 0) {
            terminal.tell("cli.import.duplicates", duplicates.total(), duplicates.straddling());
            duplicates.listed().stream().limit(shown).forEach(this::duplicate);
        }
    }

    private void duplicate(Duplicate duplicate) {
        terminal.tell("cli.import.duplicate." + duplicate.kind().name().toLowerCase(Locale.ROOT), duplicate.first(),
                duplicate.firstSplit().key(), duplicate.second(), duplicate.secondSplit().key());
    }
}
