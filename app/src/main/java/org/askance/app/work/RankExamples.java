package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.model.geometry.Rows;
import org.askance.model.selection.KCentre;
import org.askance.model.selection.LabelErrors;
import org.askance.model.selection.OddCombinations;
import org.askance.model.selection.Partners;
import org.askance.model.selection.Typicality;
import org.askance.storage.dataset.Split;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Embeddings;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.query.Query;
import org.askance.storage.query.Ranking;
import org.askance.storage.run.TaskPredictions;

/// Orders examples by what the current checkpoint computed of them. Where it computed nothing yet, the ranking is
/// empty.
///
/// @param kind one that is ranked
public record RankExamples(Workspace workspace, QueueKind kind) implements Job<Ranking> {

    private static final int SHARES = 1_000;

    public RankExamples {
        if (!kind.isRanked()) {
            throw new IllegalArgumentException(kind + " is not ranked");
        }
    }

    @Override
    public Ranking run(Progress progress) {
        return switch (kind) {
            case HALVES -> halves();
            case DIVERSE -> diverse(progress);
            case TYPICAL -> typical(progress);
            case HEADS -> heads();
            case LABEL_ERRORS -> labelErrors();
            case DATASET, RANDOM, SEARCH, LEAST_CONFIDENT, LEAST_MARGIN, MOST_ENTROPY, SECOND_OPINION, MY_SKIPPED,
                    MY_FLAGGED ->
                throw new IllegalStateException(kind + " is not ranked");
        };
    }

    private Vectors fused() {
        try (var embeddings = workspace.project().embeddings().open(workspace.current().id())) {
            return embeddings.all(EmbeddingKind.FUSED);
        }
    }

    private Ranking halves() {
        try (var embeddings = workspace.project().embeddings().open(workspace.current().id())) {
            return first(embeddings.examples(), Partners.farthestFirst(rows(embeddings, EmbeddingKind.TEXT),
                    rows(embeddings, EmbeddingKind.IMAGE)));
        }
    }

    private static Rows rows(Embeddings embeddings, EmbeddingKind of) {
        return new Rows() {
            @Override
            public int size() {
                return embeddings.size();
            }

            @Override
            public int dimension() {
                return embeddings.dimension(of);
            }

            @Override
            public void read(int i, float[] into) {
                embeddings.read(of, i, into);
            }
        };
    }

    private Ranking diverse(Progress progress) {
        var fused = fused();
        var answered = new HashSet<Long>();
        for (long id : workspace.project().finder().ids(new Query.Marked(Query.Mark.ANSWER))) {
            answered.add(id);
        }
        int[] covered = IntStream.range(0, fused.size()).filter(i -> answered.contains(fused.examples()[i])).toArray();
        return first(fused.examples(), KCentre.order(fused.values(), covered, share -> tell(progress, share),
                progress::isCancelled));
    }

    private Ranking typical(Progress progress) {
        var fused = fused();
        return first(fused.examples(), Typicality.order(fused.values(), share -> tell(progress, share),
                progress::isCancelled));
    }

    private static void tell(Progress progress, double share) {
        progress.update(Math.round(SHARES * share), SHARES);
    }

    private static Ranking first(long[] examples, int[] order) {
        return Ranking.first(Arrays.stream(order).mapToLong(i -> examples[i]).toArray());
    }

    /// Labels that count, by example, by task: indices in the order of the project's tasks.
    private Map<Long, Map<String, Integer>> labels(Split... splits) {
        var labels = new HashMap<Long, Map<String, Integer>>();
        for (var split : splits) {
            labels.putAll(workspace.project().annotations().labels(split));
        }
        return labels;
    }

    private static int[] classes(TaskPredictions of, Map<Long, Map<String, Integer>> labels) {
        return Arrays.stream(of.examples())
                .mapToInt(id -> labels.getOrDefault(id, Map.of()).getOrDefault(of.task(), -1)).toArray();
    }

    /// Tasks with predictions of just the labels there are now: a label that was retired or added since cannot be
    /// found among others.
    private List<TaskPredictions> predictions() {
        return workspace.project().predictions().all(workspace.current().id()).stream()
                .filter(task -> task.examples().length > 0).toList();
    }

    private Ranking heads() {
        var labels = labels(Split.values());
        var tasks = predictions();
        var orders = new ArrayList<long[]>();
        for (int a = 0; a < tasks.size(); a++) {
            for (int b = a + 1; b < tasks.size(); b++) {
                orders.add(odd(tasks.get(a), tasks.get(b), labels));
            }
        }
        return Ranking.only(inTurn(orders));
    }

    private static long[] odd(TaskPredictions first, TaskPredictions second,
            Map<Long, Map<String, Integer>> labels) {
        var known = labels.values().stream()
                .filter(one -> one.containsKey(first.task()) && one.containsKey(second.task())).toList();
        var association = OddCombinations.association(
                known.stream().mapToInt(one -> one.getOrDefault(first.task(), -1)).toArray(),
                known.stream().mapToInt(one -> one.getOrDefault(second.task(), -1)).toArray(),
                first.probabilities()[0].length, second.probabilities()[0].length);
        var others = new HashMap<Long, float[]>();
        for (int i = 0; i < second.examples().length; i++) {
            others.put(second.examples()[i], second.probabilities()[i]);
        }
        var partners = Arrays.stream(first.examples()).mapToObj(id -> others.getOrDefault(id, new float[0]))
                .toArray(float[][]::new);
        return Arrays.stream(OddCombinations.order(first.probabilities(), partners, association))
                .mapToLong(i -> first.examples()[i]).toArray();
    }

    /// The first of each, then the second of each, and so on; each example once.
    private static long[] inTurn(List<long[]> orders) {
        var all = new LinkedHashSet<Long>();
        int longest = orders.stream().mapToInt(order -> order.length).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (var order : orders) {
                if (rank < order.length) {
                    all.add(order[rank]);
                }
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    private Ranking labelErrors() {
        var labels = labels(Split.values());
        var validation = labels(Split.VALIDATION);
        record Suspected(long example, double margin) {}
        var suspects = new ArrayList<Suspected>();
        for (var task : predictions()) {
            var calibrated = Calibration.scaled(task.probabilities(), temperature(task, classes(task, validation)));
            for (var suspect : LabelErrors.rank(classes(task, labels), calibrated)) {
                suspects.add(new Suspected(task.examples()[suspect.row()], suspect.margin()));
            }
        }
        suspects.sort(Comparator.comparingDouble(Suspected::margin));
        return Ranking.only(suspects.stream().mapToLong(Suspected::example).toArray());
    }

    /// 1 where every validation pair is right, or there is none: ever sharper probabilities would fit ever better.
    private static double temperature(TaskPredictions task, int[] truth) {
        boolean wrong = IntStream.range(0, truth.length)
                .anyMatch(i -> truth[i] >= 0 && Classification.argMax(task.probabilities()[i]) != truth[i]);
        return wrong ? Calibration.temperature(truth, task.probabilities()) : 1;
    }
}
