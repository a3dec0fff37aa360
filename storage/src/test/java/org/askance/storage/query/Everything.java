package org.askance.storage.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Open;

/// What filters and queues of a project find, to be compared: as it is found in columns that were kept, say, and in those
/// that were read anew.
public final class Everything {

    private static final List<String> QUERIES = List.of("", "split:test", "split:validation", "label:sarcastic",
            "given:positive", "given:neutral", "answer:sarcastic", "answer:negative", "by:ada", "by:ben",
            "disagree:annotators", "is:flagged", "flag:spam", "has:comment", "has:answer", "is:skipped",
            "is:duplicate", "text", "1", "1*", "\"text 7\"", "😂", "天気", "label:trains", "pred:neutral");

    private Everything() {}

    /// Counts, ids and places, once the columns are there. Queries that the project does not understand are left out.
    public static List<Object> in(Project project) {
        project.finder().await();
        var found = new ArrayList<Object>();
        for (var text : QUERIES) {
            if (project.finder().parse(text) instanceof Parsed.Good good) {
                found.add(text + " " + project.finder().count(good.query()));
                found.add(project.finder().ids(good.query()));
            }
        }
        long sarcasm = project.finder().names().tasks().stream().filter(task -> task.name().equals("sarcasm"))
                .findFirst().orElseThrow().id();
        for (var queue : List.of(Queue.ALL, new Queue(Query.ALL, new Queue.Order.Random(3), Open.TO_ANNOTATOR),
                new Queue(Query.ALL, new Queue.Order.Dataset(), new Open.Until(2)),
                Queue.ALL.asking(Set.of(sarcasm)))) {
            for (var who : List.of("ada", "ben", "cy")) {
                found.add(project.finder().find(queue, Move.FIRST_OPEN, Queue.NOWHERE, who));
                found.add(project.finder().find(queue, Move.NEXT_OPEN, 40, who));
            }
        }
        return found;
    }
}
