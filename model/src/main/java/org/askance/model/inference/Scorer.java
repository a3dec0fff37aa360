package org.askance.model.inference;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.askance.model.Pair;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.CheckpointInfo;
import org.askance.model.device.Compute;
import org.askance.model.input.Pictures;
import org.askance.model.input.RgbImage;
import org.askance.model.input.Tokenizer;
import org.askance.model.input.UnreadableImageException;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Scores pairs with one checkpoint. Safe from any thread; holds the weights until closed.
public final class Scorer implements AutoCloseable {

    private static final int BATCH = 32;
    private static final int FEWEST = 8;
    private static final double MOST_PADDING = 1.1;

    private final Compute compute;
    private final CheckpointInfo checkpoint;
    private final CheckpointConfig.Student config;
    private final Tokenizer tokenizer;
    private final Weights weights;
    private final Pass pass;

    private Scorer(Compute compute, CheckpointInfo checkpoint, CheckpointConfig.Student config, Tokenizer tokenizer,
            Weights weights, Pass pass) {
        this.compute = compute;
        this.checkpoint = checkpoint;
        this.config = config;
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.pass = pass;
    }

    /// Reads the weights of `checkpointFolder` onto the device of `compute`, which stays the caller's.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException if the folder cannot be used
    public static Scorer open(Compute compute, Path checkpointFolder) {
        var info = CheckpointFolder.inspect(checkpointFolder);
        var config = CheckpointFolder.student(checkpointFolder);
        var tokenizer = CheckpointFolder.tokenizer(checkpointFolder, config.mostTokens());
        var manager = compute.newManager();
        return compute.call(_ -> {
            var weights = CheckpointFolder.weights(checkpointFolder, manager, config.weights());
            return new Scorer(compute, info, config, tokenizer, weights, Pass.over(manager, weights, 0));
        });
    }

    /// One answer per pair, in their order. Pictures are decoded on all cores; texts of like length share a
    /// batch.
    public List<Scored> score(List<Pair> pairs) {
        return predict(read(pairs, () -> false), () -> false);
    }

    /// Pairs as the network takes them.
    ///
    /// @param knowledge `null` if the network has no use for it
    record Prepared(List<Pictures.Picture> pictures, List<long[]> ids, @Nullable List<long[]> knowledge) {}

    /// Decodes and tokenizes, on any thread and beside the tensors' work.
    ///
    /// @throws CancellationException if cancelled
    Prepared read(List<Pair> pairs, BooleanSupplier cancelled) {
        return new Prepared(
                Pictures.read(pairs.stream().map(Pair::image).toList(), List.of(config.image()), cancelled),
                tokenizer.ids(pairs.stream().map(Pair::text).toList()), config.knowledge(tokenizer, pairs));
    }

    /// Runs the network on what [#read] gave.
    ///
    /// @param cancelled looked at before each batch
    /// @throws CancellationException if cancelled
    List<Scored> predict(Prepared prepared, BooleanSupplier cancelled) {
        var pictures = prepared.pictures();
        var ids = prepared.ids();
        var knowledge = prepared.knowledge();
        var scored = new Scored[pictures.size()];
        var readable = new ArrayList<Integer>();
        for (int i = 0; i < scored.length; i++) {
            switch (pictures.get(i)) {
                case Pictures.Picture.Ready(List<RgbImage> _) -> readable.add(i);
                case Pictures.Picture.Unreadable(Told told) -> scored[i] = new Scored.Unreadable(told);
            }
        }
        readable.sort(Comparator.comparingInt(i -> ids.get(i).length));
        int from = 0;
        while (from < readable.size()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int to = end(readable, ids, from);
            var rows = readable.subList(from, to);
            from = to;
            var fitted = rows.stream().map(i -> ((Pictures.Picture.Ready) pictures.get(i)).fitted().getFirst())
                    .toList();
            var predictions = predict(rows.stream().map(ids::get).toList(),
                    knowledge == null ? null : rows.stream().map(knowledge::get).toList(),
                    config.image().pixels(fitted));
            IntStream.range(0, rows.size()).forEach(i -> scored[rows.get(i)] = predictions.get(i));
        }
        return List.of(scored);
    }

    /// Where a batch that begins at `from` ends: padding is work for nothing, and small batches are slow.
    ///
    /// @param sorted by the length of their texts
    private static int end(List<Integer> sorted, List<long[]> ids, int from) {
        int longest = (int) (ids.get(sorted.get(from)).length * MOST_PADDING) + 1;
        int to = from + 1;
        while (to < sorted.size() && to - from < BATCH
                && (to - from < FEWEST || ids.get(sorted.get(to)).length <= longest)) {
            to++;
        }
        return to;
    }

    private List<Scored> predict(List<long[]> ids, @Nullable List<long[]> knowledge, float[] pixels) {
        int size = config.image().size();
        var network = config.network();
        return compute.call(scope -> {
            var images = network.imageTokens(pass, scope.create(pixels, new Shape(ids.size(), 3, size, size)));
            var states = network.forward(pass, Clfa.Tokens.of(scope, ids), images,
                    knowledge == null ? null : Clfa.Tokens.of(scope, knowledge));
            var text = rows(Clfa.unit(pass, Objects.requireNonNull(states.alignedText())).toFloatArray(), ids.size());
            var image = rows(Clfa.unit(pass, Objects.requireNonNull(states.alignedImage())).toFloatArray(),
                    ids.size());
            var fused = rows(states.fused().toFloatArray(), ids.size());
            Map<String, List<float[]>> probabilities = new LinkedHashMap<>();
            states.logits().forEach((task, logits) -> probabilities.put(task,
                    rows(Clfa.probabilities(pass, logits).toFloatArray(), ids.size())));
            var predictions = new ArrayList<Scored>();
            for (int i = 0; i < ids.size(); i++) {
                var ofPair = new LinkedHashMap<String, float[]>();
                for (var task : probabilities.entrySet()) {
                    ofPair.put(task.getKey(), task.getValue().get(i));
                }
                predictions.add(new Scored.Prediction(ofPair, text.get(i), image.get(i), fused.get(i)));
            }
            return predictions;
        });
    }

    private static List<float[]> rows(float[] values, int count) {
        int width = values.length / count;
        return IntStream.range(0, count).mapToObj(i -> Arrays.copyOfRange(values, i * width, (i + 1) * width))
                .toList();
    }

    /// Why it predicts what it predicts for `pair`: about as much work as scoring a pair per patch and token.
    ///
    /// @throws UnreadableImageException if there is no picture to look at
    public Explanation explain(Pair pair) throws UnreadableImageException {
        return explain(pair, _ -> {}, () -> false);
    }

    /// As [#explain(Pair)], telling how far it is.
    ///
    /// @param progress gets the share that is done, 0 to 1
    /// @param cancelled looked at after each batch
    /// @throws CancellationException if cancelled
    public Explanation explain(Pair pair, DoubleConsumer progress, BooleanSupplier cancelled)
            throws UnreadableImageException {
        return new Explainer(compute, config, tokenizer, pass).explain(pair, (inputs, of) -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            progress.accept((double) inputs / of);
        });
    }

    /// The checkpoint that answers.
    public CheckpointInfo checkpoint() {
        return checkpoint;
    }

    @Override
    public void close() {
        compute.free(weights::close);
        tokenizer.close();
    }
}
