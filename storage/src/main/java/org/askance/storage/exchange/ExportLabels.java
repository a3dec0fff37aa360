package org.askance.storage.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which labels an export is about.
public sealed interface ExportLabels {

    /// Those that count: the answer, or else what the dataset gave.
    record Current() implements ExportLabels {}

    /// What most annotators say; a tie gives none.
    record Consensus() implements ExportLabels {}

    /// The latest answers of one annotator.
    record Annotator(String name) implements ExportLabels {}

    /// Everyone's latest answers, side by side.
    record Annotators() implements ExportLabels {}

    /// The whole history.
    record Events() implements ExportLabels {}

    String ANNOTATOR = "annotator:";

    /// Reads `current`, `consensus`, `annotators`, `events` or `annotator:NAME`; anything else is empty.
    static Optional<ExportLabels> parse(String spelling) {
        return switch (spelling) {
            case "current" -> Optional.of(new Current());
            case "consensus" -> Optional.of(new Consensus());
            case "annotators" -> Optional.of(new Annotators());
            case "events" -> Optional.of(new Events());
            default -> spelling.startsWith(ANNOTATOR) && spelling.length() > ANNOTATOR.length()
                    ? Optional.of(new Annotator(spelling.substring(ANNOTATOR.length())))
                    : Optional.empty();
        };
    }

    /// The label of `row` that stands for it where there is room for one only.
    default @Nullable String of(ExportRow row, String task) {
        return switch (this) {
            case Current(),Annotators(),Events() -> row.current(task);
            case Consensus() -> row.consensus(task);
            case Annotator(String name) -> {
                var answer = row.answers(name).get(task);
                yield answer == null ? null : answer.label();
            }
        };
    }
}
