package org.askance.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.Preview;

/// Shows the beginning of a source: its first rows, and what is wrong there.
record PreviewLines(Terminal terminal, int shown) {

    private static final int CELL = 60;

    void tell(Preview preview, Format format) {
        terminal.give(line(format.counted().word(), preview.columns()));
        preview.rows().forEach(row -> terminal.give(line(Long.toString(row.line()), row.cells())));
        terminal.tell(
                preview.count() < 0
                        ? "import.count.unknown"
                        : preview.exact() ? "import.count.exact" : "import.count.about",
                preview.count());
        if (preview.dropped() > 0) {
            terminal.tell("import.count.dropped", preview.dropped());
        }
        new TroubleLines(terminal, format, shown).tell(preview.problems());
    }

    private static String line(String number, List<String> cells) {
        return Stream.concat(Stream.of(number), cells.stream().map(PreviewLines::cell))
                .collect(Collectors.joining(" | "));
    }

    private static String cell(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= CELL) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(CELL - 1)) ? CELL - 1 : CELL) + "…";
    }
}
