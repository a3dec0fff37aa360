package org.askance.app.work;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Difference;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Standing;
import org.askance.storage.told.OfReading;

/// Labels that somebody typed into a table of ours, gathered while it is imported: at its end they become answers, as one
/// step; those that are not taken over are told row by row. One thread.
final class TypedLabels {

    private final ImportChoices choices;
    private final ImportTally tally;
    private final Map<Map<String, String>, LongStream.Builder> taken = new HashMap<>();

    TypedLabels(ImportChoices choices, ImportTally tally) {
        this.choices = choices;
        this.tally = tally;
    }

    /// @param before how the pair stood before its row was stored
    void look(SourceRow row, long id, Standing before) {
        var labels = switch (before) {
            case Standing.New() -> row.edits();
            // What counts here already is no news.
            case Standing.Known known -> known.differences().stream()
                    .filter(difference -> difference.change() == Change.ANSWER)
                    .collect(Collectors.toMap(Difference::task, Difference::becomes));
        };
        if (labels.isEmpty()) {
            return;
        }
        if (choices.takesOver()) {
            taken.computeIfAbsent(labels, _ -> LongStream.builder()).add(id);
            tally.taken(labels.size());
        } else {
            tell(row, labels);
        }
    }

    /// That they are not taken over.
    void tell(SourceRow row, Map<String, String> labels) {
        if (!choices.takesOver()) {
            new TreeMap<>(labels).forEach((task, label) -> tally.problem(new RowProblem(row.file(), row.line(),
                    OfReading.CELL_EDITED.with(task, label), OfReading.TAKE_OVER_EDITED.with())));
        }
    }

    /// Makes those that are taken over answers of whoever imports.
    void takeOver(AnnotationRepository annotations) {
        if (!taken.isEmpty()) {
            annotations.answerEach(taken.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().build().toArray())),
                    choices.by());
            taken.clear();
        }
    }
}
