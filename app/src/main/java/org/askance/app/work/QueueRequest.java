package org.askance.app.work;

import org.askance.storage.Project;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Open;
import org.askance.storage.query.Queue.Order;
import org.askance.storage.query.Ranking;

/// A queue that someone chose.
///
/// @param search what is looked for, where `kind` is [QueueKind#SEARCH]; else empty
/// @param seed   of the shuffle, where `kind` is [QueueKind#RANDOM]: the same one gives everyone the same order, every
///               day, so that it can be gone on with
public record QueueRequest(QueueKind kind, String search, long seed) {

    /// The shuffle of those who chose none.
    public static final long SEED = 20_260_101;

    public QueueRequest(QueueKind kind, String search) {
        this(kind, search, SEED);
    }

    /// Shuffled by `seed`.
    public static QueueRequest random(long seed) {
        return new QueueRequest(QueueKind.RANDOM, "", seed);
    }

    /// Lasting: places are kept under it, and it is recorded with answers. The usual shuffle has no number, as it had
    /// none when it was the only one.
    public String key() {
        return switch (kind) {
            case SEARCH -> kind.key() + ":" + search;
            case RANDOM -> seed == SEED ? kind.key() : kind.key() + ":" + seed;
            case DATASET, LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, HEADS, HALVES, DIVERSE, TYPICAL, LABEL_ERRORS,
                    SECOND_OPINION, MY_SKIPPED, MY_FLAGGED ->
                kind.key();
        };
    }

    /// Reads a [#key()]; the dataset's order if it cannot be read.
    public static QueueRequest of(String key) {
        for (var kind : QueueKind.values()) {
            String rest = key.startsWith(kind.key() + ":") ? key.substring(kind.key().length() + 1) : "";
            if (key.equals(kind.key())) {
                return new QueueRequest(kind, "");
            }
            if (kind == QueueKind.SEARCH && !rest.isEmpty()) {
                return new QueueRequest(kind, rest);
            }
            if (kind == QueueKind.RANDOM && rest.matches("-?\\d{1,18}")) {
                return random(Long.parseLong(rest));
            }
        }
        return new QueueRequest(QueueKind.DATASET, "");
    }

    /// @param ranking used by kinds that are ranked
    /// @throws IllegalArgumentException if what is looked for cannot be read; check it first
    public Queue queue(Workspace workspace, String annotator, QueueSettings settings, Ranking ranking) {
        Open enough = settings.overlap() == 1 ? Open.TO_ALL : new Open.Until(settings.overlap());
        var imported = new Order.Dataset();
        var tasks = QueueSettings.tasks(workspace.project(), kind);
        var queue = switch (kind) {
            case DATASET -> new Queue(Query.ALL, imported, enough);
            case RANDOM -> new Queue(Query.ALL, new Order.Random(seed), enough);
            case SEARCH -> new Queue(parsed(workspace), imported, enough);
            case LEAST_CONFIDENT -> uncertain(Query.Measure.CONFIDENCE, enough);
            case LEAST_MARGIN -> uncertain(Query.Measure.MARGIN, enough);
            case MOST_ENTROPY -> uncertain(Query.Measure.ENTROPY, enough);
            case HEADS, HALVES, DIVERSE, TYPICAL -> new Queue(Query.ALL, new Order.Ranked(ranking), enough);
            // A suspected label may be someone's answer: theirs must not close it.
            case LABEL_ERRORS -> new Queue(Query.ALL, new Order.Ranked(ranking), Open.TO_ANNOTATOR);
            case SECOND_OPINION -> new Queue(new Query.ByOthers(annotator, tasks), imported, Open.TO_ANNOTATOR);
            case MY_SKIPPED -> new Queue(new Query.SkippedBy(annotator), imported, Open.TO_NOBODY);
            case MY_FLAGGED -> new Queue(new Query.FlaggedBy(annotator), imported, Open.TO_NOBODY);
        };
        var asking = queue.asking(tasks);
        return queue.open().equals(Open.TO_NOBODY) ? asking : asking.withGold(settings.goldEvery());
    }

    /// All examples, open as long as a queue of `kind` has something to ask of them that someone could answer.
    public static Queue wanted(Project project, QueueKind kind) {
        int overlap = QueueSettings.of(project).overlap();
        Open open = switch (kind) {
            case LABEL_ERRORS, SECOND_OPINION, MY_SKIPPED, MY_FLAGGED -> Open.TO_ANNOTATOR;
            case DATASET, RANDOM, SEARCH, LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, HEADS, HALVES, DIVERSE,
                    TYPICAL ->
                overlap == 1 ? Open.TO_ALL : new Open.Until(overlap);
        };
        return new Queue(Query.ALL, new Order.Dataset(), open).asking(QueueSettings.tasks(project, kind));
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
