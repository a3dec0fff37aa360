package org.askance.storage.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.askance.storage.dataset.Example;
import org.jspecify.annotations.Nullable;

/// Everything the project knows about an example, for writers. Maps are by task.
///
/// @param given     labels that the dataset came with
/// @param counted   the answers that count
/// @param events    oldest first
/// @param predicted by the checkpoint that the export is about
public record ExportRow(Example example, @Nullable String imageHash, Instant importedAt, Map<String, String> given,
        Map<String, String> counted, List<ExportEvent> events, Map<String, Predicted> predicted) {

    /// @param probabilities a JSON array in the order of the labels that are offered now; empty if the network's are
    ///                      others
    public record Predicted(String label, double confidence, String probabilities) {}

    /// The answer, or else the given label.
    public @Nullable String current(String task) {
        return counted.getOrDefault(task, given.get(task));
    }

    /// Everyone's latest answers that count: event by task, by annotator, in the order in which they first answered.
    /// Deciding answers are nobody's own.
    public Map<String, Map<String, ExportEvent>> answers() {
        if (events.isEmpty()) {
            return Map.of();
        }
        var answers = new LinkedHashMap<String, Map<String, ExportEvent>>();
        for (var event : events) {
            if (event.judges() && event.task() != null && !event.around().deciding()) {
                var own = answers.computeIfAbsent(event.annotator(), _ -> new LinkedHashMap<>());
                if (event.label() == null) {
                    own.remove(event.task());
                } else {
                    own.put(event.task(), event);
                }
            }
        }
        answers.values().removeIf(Map::isEmpty);
        return answers;
    }

    /// The latest answers of `annotator`, by task.
    public Map<String, ExportEvent> answers(String annotator) {
        return answers().getOrDefault(annotator, Map.of());
    }

    /// What settles disputes: event by task.
    public Map<String, ExportEvent> decisions() {
        var decisions = new TreeMap<String, ExportEvent>();
        for (var event : events) {
            if (event.judges() && event.task() != null && event.around().deciding()) {
                if (event.label() == null) {
                    decisions.remove(event.task());
                } else {
                    decisions.put(event.task(), event);
                }
            }
        }
        return decisions;
    }

    /// The latest deciding answer, or else what most annotators say; `null` if nobody or a tie.
    public @Nullable String consensus(String task) {
        var decided = decisions().get(task);
        if (decided != null) {
            return decided.label();
        }
        var votes = new HashMap<String, Integer>();
        answers().values().stream().map(answers -> answers.get(task)).filter(Objects::nonNull)
                .map(ExportEvent::label).filter(Objects::nonNull).forEach(label -> votes.merge(label, 1, Integer::sum));
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var leading = votes.entrySet().stream().filter(vote -> vote.getValue() == most).map(Map.Entry::getKey)
                .collect(Collectors.toList());
        return leading.size() == 1 ? leading.getFirst() : null;
    }

    /// The flag that stands, if any.
    public Optional<ExportEvent> flag() {
        return events.reversed().stream()
                .filter(event -> !event.undone() && (event.kind().equals("flag") || event.kind().equals("unflag")))
                .findFirst().filter(event -> event.kind().equals("flag"));
    }

    /// How many skips there are, and answers that were replaced or taken back.
    public int earlierActs() {
        if (events.isEmpty()) {
            return 0;
        }
        long acts = events.stream().filter(event -> event.kind().equals("answer")
                || (event.kind().equals("skip") && !event.undone())).count();
        int standing = answers().values().stream().mapToInt(Map::size).sum() + decisions().size();
        return (int) acts - standing;
    }

    /// Comments that were not taken back, oldest first.
    public List<ExportEvent> comments() {
        return events.stream().filter(event -> !event.undone() && event.kind().equals("comment")).toList();
    }
}
