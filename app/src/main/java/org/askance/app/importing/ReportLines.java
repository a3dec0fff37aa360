package org.askance.app.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.report.BeforeLine;
import org.askance.app.report.ReadingLines;
import org.askance.app.text.Strings;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.RowProblem;

/// What an import did, in words.
///
/// @param sentences the whole in a few
/// @param lines     row by row what needs a look; those that were left out first
record ReportLines(List<String> sentences, List<Line> lines) {

    /// @param where  file and line, or the pair
    /// @param remedy empty if there is nothing to do
    record Line(String where, String reason, String remedy) {

        String text() {
            String ended = reason.endsWith(".") ? reason : reason + ".";
            return where + ": " + ended + (remedy.isEmpty() ? "" : " " + remedy);
        }
    }

    static ReportLines of(ImportReport report, Found found, Strings strings) {
        var format = found.guess().format();
        var sentences = new ArrayList<String>();
        sentences.add(strings.get("import.done", report.added(), report.known(), report.rowsInTrouble(),
                report.unusable().count()));
        sentences.add(reading(found, strings));
        if (report.before() != null) {
            sentences.add(BeforeLine.of(report.before(), strings));
        }
        if (report.filesLeftOut() > 0) {
            sentences.add(strings.get("import.files", report.filesLeftOut()));
        }
        if (report.numbered() > 0) {
            sentences.add(strings.get("import.numbered", report.numbered()));
        }
        if (report.divided().total() > 0) {
            sentences.add(strings.get("import.divided", report.divided().validation(), report.divided().test()));
        }
        if (report.divided().isWanting() && report.added() > 0) {
            sentences.add(strings.get("import.wanting", strings.get("import.divide"),
                    strings.get("import.divide.training")));
        }
        new TreeMap<>(report.dropped()).forEach((reason, count) -> sentences
                .add(strings.get("import.dropped." + reason.name().toLowerCase(Locale.ROOT), count)));
        if (report.answers() + report.predictions() > 0) {
            sentences.add(strings.get("import.judged", report.answers(), report.predictions()));
        }
        if (report.taken() > 0) {
            sentences.add(strings.get("import.taken", report.taken()));
        }
        if (report.duplicates().total() > 0) {
            sentences.add(
                    strings.get("import.duplicates", report.duplicates().total(), report.duplicates().straddling()));
        }
        var lines = new ArrayList<Line>();
        report.problems().first().forEach(problem -> lines.add(line(problem, format, strings)));
        report.unusable().first().forEach(pair -> lines.add(
                new Line(pair.key(), pair.why().in(strings::told), strings.get("import.remedy.picture"))));
        report.notes().first()
                .forEach(note -> lines.add(new Line(strings.get("import.note"), note.in(strings::told), "")));
        int all = report.problems().count() + report.unusable().count() + report.notes().count();
        if (all > lines.size()) {
            sentences.add(strings.get("import.report.cut", lines.size(), all));
        }
        return new ReportLines(List.copyOf(sentences), List.copyOf(lines));
    }

    /// How the source was read, in one paragraph.
    private static String reading(Found found, Strings strings) {
        var lines = new ReadingLines(found.reading(), found.tasks(), strings);
        return Stream.of(
                List.of(strings.get("import.read.as", found.guess().named().in(strings::told), found.guess().path())),
                lines.folder(), lines.content()).flatMap(List::stream).collect(Collectors.joining(" "));
    }

    static Line line(RowProblem problem, Format format, Strings strings) {
        String file = String.valueOf(problem.file().getFileName());
        return new Line(
                problem.line() > 0
                        ? strings.get("import.where." + format.counted().word(), file, problem.line())
                        : file,
                problem.why().in(strings::told), problem.help().in(strings::told));
    }

    /// All of it, to paste somewhere.
    String text() {
        return String.join("\n", sentences) + "\n\n"
                + lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
