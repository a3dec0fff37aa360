package org.askance.app.work;

import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Open;
import org.askance.storage.query.Queue.Order;
import org.askance.storage.query.Ranking;

/// A queue that someone chose.
///
/// @param search what is looked for, where `kind` is [QueueKind#SEARCH]; else empty
public record QueueRequest(QueueKind kind, String search) {

    /// The same shuffle for everyone and every day: one that changed could not be gone on with.
    private static final long SEED = 20_260_101;

    /// Lasting: places are kept under it.
    public String key() {
        return kind == QueueKind.SEARCH ? kind.key() + ":" + search : kind.key();
    }

    /// @param ranking used by kinds that are ranked
    /// @throws IllegalArgumentException if what is looked for cannot be read; check it first
    public Queue queue(Workspace workspace, String annotator, QueueSettings settings, Ranking ranking) {
        Open enough = settings.overlap() == 1 ? Open.TO_ALL : new Open.Until(settings.overlap());
        var imported = new Order.Dataset();
        var queue = switch (kind) {
            case DATASET -> new Queue(Query.ALL, imported, enough);
            case RANDOM -> new Queue(Query.ALL, new Order.Random(SEED), enough);
            case SEARCH -> new Queue(parsed(workspace), imported, enough);
            case LEAST_CONFIDENT -> uncertain(Query.Measure.CONFIDENCE, enough);
            case LEAST_MARGIN -> uncertain(Query.Measure.MARGIN, enough);
            case MOST_ENTROPY -> uncertain(Query.Measure.ENTROPY, enough);
            case HEADS, HALVES, DIVERSE, TYPICAL -> new Queue(Query.ALL, new Order.Ranked(ranking), enough);
            // A suspected label may be someone's answer: theirs must not close it.
            case LABEL_ERRORS -> new Queue(Query.ALL, new Order.Ranked(ranking), Open.TO_ANNOTATOR);
            case SECOND_OPINION -> new Queue(new Query.ByOthers(annotator), imported, Open.TO_ANNOTATOR);
            case MY_SKIPPED -> new Queue(new Query.SkippedBy(annotator), imported, Open.TO_NOBODY);
            case MY_FLAGGED -> new Queue(new Query.FlaggedBy(annotator), imported, Open.TO_NOBODY);
        };
        return queue.open().equals(Open.TO_NOBODY) ? queue : queue.withGold(settings.goldEvery());
    }

    private static Queue uncertain(Query.Measure measure, Open open) {
        return new Queue(Query.ALL, new Order.Uncertain(measure), open);
    }

    private Query parsed(Workspace workspace) {
        return switch (workspace.project().finder().parse(search)) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> throw new IllegalArgumentException(problem.toString());
        };
    }
}
