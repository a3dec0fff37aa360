package org.askance.app.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.Preview;
import org.jspecify.annotations.Nullable;

/// Shows the beginning of a source: encoding, what its columns are taken for, its first rows, and what is wrong there.
record PreviewLines(Terminal terminal, int shown) {

    private static final int CELL = 60;

    void tell(Preview preview, Format format) {
        if (preview.encoding() != null) {
            terminal.tell("cli.import.encoded", preview.encoding().displayName());
        }
        if (preview.mapping() != null && format.isMapped()) {
            terminal.tell("cli.import.mapped", mapped(preview.mapping()));
        }
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
        preview.problems().stream().limit(shown).forEach(problem -> terminal.say(problem.sentence(format)));
        if (preview.problems().size() > shown) {
            terminal.tell("cli.import.more", preview.problems().size() - shown);
        }
    }

    private static String mapped(ColumnMapping mapping) {
        var fixed = Stream.of(named("id", mapping.id()), named("text", mapping.text()),
                named("knowledge", mapping.knowledge()), named("image", mapping.image()),
                named("split", mapping.split()));
        var labels = new TreeMap<>(mapping.tasks()).entrySet().stream()
                .map(task -> named(task.getKey(), task.getValue()));
        return Stream.concat(fixed, labels).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String named(String meaning, @Nullable String column) {
        return column == null ? "" : meaning + " = " + column;
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
