package org.askance.app.gold;

import java.util.HashMap;
import java.util.List;
import org.askance.storage.Project;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.GoldRepository.Score;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;

/// How an annotator did with a gold example. Nobody else is told.
///
/// @param answer  the event that completed the answer
/// @param answers by task, in the tasks' order
/// @param note    why the agreed labels are right; empty for none
/// @param score   all gold examples of this annotator so far
record Feedback(long answer, long example, String key, List<OfTask> answers, String note, Score score) {

    Feedback {
        answers = List.copyOf(answers);
    }

    /// @param agreed what is right
    record OfTask(String task, String given, String agreed) {
        boolean isRight() {
            return given.equals(agreed);
        }
    }

    boolean isRight() {
        return answers.stream().allMatch(OfTask::isRight);
    }

    /// What an annotator did last, and what it came to.
    ///
    /// @param event    its id; 0 for none
    /// @param answered whether it is an answer
    /// @param feedback `null` unless it completed the answer to a gold example
    record Latest(long event, boolean answered, @Nullable Feedback feedback) {

        /// @param queue of which feedback is given in those tasks that it asks, once each has an answer
        static Latest of(Project project, String annotator, Queue queue) {
            var history = project.annotations().history(annotator, Long.MAX_VALUE, 1);
            if (history.isEmpty()) {
                return new Latest(0, false, null);
            }
            var event = history.getFirst();
            var example = event.example();
            if (event.kind() != EventKind.ANSWER || example == null || event.circumstances().deciding()
                    || event.circumstances().bulk()) {
                // What was answered in bulk would else tell, for the last of many, that it is gold.
                return new Latest(event.id(), false, null);
            }
            var names = project.tasks().names();
            var asked = queue.asked(names.keySet());
            var gold = project.gold().of(example);
            var agreed = new HashMap<>(gold.labels());
            agreed.keySet().retainAll(asked.stream().map(names::get).toList());
            var given = project.annotations().labelsByAnnotator(example).get(annotator);
            var row = project.examples().row(example);
            if (given == null || row == null || agreed.isEmpty()
                    || !given.keySet().containsAll(agreed.keySet())) {
                return new Latest(event.id(), true, null);
            }
            var answers = names.values().stream().filter(agreed::containsKey)
                    .map(task -> new OfTask(task, given.getOrDefault(task, ""), agreed.getOrDefault(task, "")))
                    .toList();
            return new Latest(event.id(), true, new Feedback(event.id(), example, row.example().key(), answers,
                    gold.note() == null ? "" : gold.note(), project.gold().score(annotator, asked)));
        }
    }
}
