package org.askance.storage.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Labels that somebody gave an example together, for formats that know annotators.
///
/// @param id         tells the sets of a project apart; the first event's, or 0 for what came with the dataset
/// @param annotator  `null`: the dataset
/// @param labels     by task
/// @param durationMs from shown to answered
/// @param undone     taken back later
record LabelSet(long id, @Nullable String annotator, Map<String, String> labels, @Nullable Instant at,
        @Nullable Long durationMs, boolean undone) {

    static final String CONSENSUS = "consensus";

    /// The sets of `row` that `wanted` is about, in the order of `tasks`.
    static List<LabelSet> of(ExportRow row, ExportLabels wanted, List<String> tasks) {
        return switch (wanted) {
            case ExportLabels.Current() -> current(row, tasks);
            case ExportLabels.Consensus() -> consensus(row, tasks);
            case ExportLabels.Annotator(String name) -> answers(name, row.answers(name));
            case ExportLabels.Annotators() -> {
                var sets = given(row, row.given());
                row.answers().forEach((annotator, answers) -> sets.addAll(answers(annotator, answers)));
                yield sets;
            }
            case ExportLabels.Events() -> {
                var sets = given(row, row.given());
                var gestures = new LinkedHashMap<Long, Map<String, ExportEvent>>();
                for (var event : row.events()) {
                    if (event.task() != null && event.label() != null) {
                        gestures.computeIfAbsent(event.gesture(), _ -> new LinkedHashMap<>()).put(event.task(), event);
                    }
                }
                gestures.values().forEach(events -> sets.addAll(
                        answers(events.values().iterator().next().annotator(), events)));
                yield sets;
            }
        };
    }

    private static List<LabelSet> given(ExportRow row, Map<String, String> labels) {
        var sets = new ArrayList<LabelSet>();
        if (!labels.isEmpty()) {
            sets.add(new LabelSet(0, null, labels, row.importedAt(), null, false));
        }
        return sets;
    }

    private static List<LabelSet> answers(String annotator, Map<String, ExportEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var labels = new LinkedHashMap<String, String>();
        events.forEach((task, event) -> {
            if (event.label() != null) {
                labels.put(task, event.label());
            }
        });
        var latest = events.values().stream().max(Comparator.comparingLong(ExportEvent::id)).orElseThrow();
        return List.of(new LabelSet(latest.id(), annotator, labels, latest.at(), latest.around().durationMs(),
                latest.undone()));
    }

    private static List<LabelSet> consensus(ExportRow row, List<String> tasks) {
        var labels = new LinkedHashMap<String, String>();
        for (var task : tasks) {
            var label = row.consensus(task);
            if (label != null) {
                labels.put(task, label);
            }
        }
        return labels.isEmpty()
                ? List.of()
                : List.of(new LabelSet(row.events().getLast().id(), CONSENSUS, labels, row.events().getLast().at(),
                        null, false));
    }

    /// What was answered for `task` and neither replaced nor taken back.
    private static Stream<ExportEvent> standing(ExportRow row, String task) {
        return Stream.concat(row.answers().values().stream().map(answers -> answers.get(task)),
                Stream.of(row.decisions()).map(decisions -> decisions.get(task))).filter(Objects::nonNull);
    }

    /// The labels that count, each with those who gave them.
    private static List<LabelSet> current(ExportRow row, List<String> tasks) {
        var given = new LinkedHashMap<String, String>();
        var authors = new LinkedHashMap<String, Map<String, ExportEvent>>();
        for (var task : tasks) {
            var counted = row.counted().get(task);
            var label = row.given().get(task);
            if (counted != null) {
                standing(row, task).filter(event -> counted.equals(event.label()))
                        .max(Comparator.comparingLong(ExportEvent::id)).ifPresent(event -> authors
                                .computeIfAbsent(event.annotator(), _ -> new LinkedHashMap<>()).put(task, event));
            } else if (label != null) {
                given.put(task, label);
            }
        }
        var sets = given(row, given);
        authors.forEach((annotator, events) -> sets.addAll(answers(annotator, events)));
        return sets;
    }
}
