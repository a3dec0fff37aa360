package org.askance.model.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.askance.model.Pair;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;
import org.askance.model.input.Tokenizer;
import org.askance.model.input.UnreadableImageException;
import org.jspecify.annotations.Nullable;

/// Explains single pairs with a scorer's network. Safe from any thread, as long as the scorer is open.
final class Explainer {

    private static final int BATCH = 16;

    private final Compute compute;
    private final CheckpointConfig.Student config;
    private final Tokenizer tokenizer;
    private final Pass pass;

    Explainer(Compute compute, CheckpointConfig.Student config, Tokenizer tokenizer, Pass pass) {
        this.compute = compute;
        this.config = config;
        this.tokenizer = tokenizer;
        this.pass = pass;
    }

    /// Takes about as long as scoring one pair per patch and token.
    ///
    /// @param meter told of each input that went through the network; may throw to stop
    /// @throws UnreadableImageException if there is no picture to look at
    Explanation explain(Pair pair, Meter meter) throws UnreadableImageException {
        var fitted = config.image().read(pair.image());
        float[] pixels = config.image().pixels(List.of(fitted));
        long[] ids = tokenizer.ids(pair.text());
        var known = config.knowledge(tokenizer, List.of(pair));
        var knowledge = known == null ? null : known.getFirst();
        var tokens = tokenizer.tokens(pair.text());
        var looks = looks(ids, knowledge, pixels);
        int grid = config.image().size() / config.network().image().patch();
        return new Explanation(tokens, grid, looks.stream().map(look -> withoutClassToken(look.atImage)).toList(),
                withoutClassToken(mean(looks)), withoutClassToken(rollout(looks)),
                occlusion(ids, knowledge, pixels, grid, meter));
    }

    /// How far an explanation is.
    @FunctionalInterface
    interface Meter {
        /// @throws CancellationException to stop
        void passed(int inputs, int of);
    }

    private record Look(float[][] atText, float[][] atImage) {}

    private List<Look> looks(long[] ids, long @Nullable [] knowledge, float[] pixels) {
        return compute.call(scope -> {
            var images = config.network().imageTokens(pass, scope.create(pixels, shape(1)));
            var looks = config.network().looks(pass, Clfa.Tokens.of(scope, List.of(ids)), images,
                    knowledge == null ? null : Clfa.Tokens.of(scope, List.of(knowledge)));
            return looks.stream()
                    .map(look -> new Look(matrix(look.atText(), ids.length), matrix(look.atImage(), ids.length)))
                    .toList();
        });
    }

    private Shape shape(int count) {
        int size = config.image().size();
        return new Shape(count, 3, size, size);
    }

    private static float[][] matrix(NDArray array, int rows) {
        float[] values = array.toFloatArray();
        int width = values.length / rows;
        return IntStream.range(0, rows).mapToObj(i -> Arrays.copyOfRange(values, i * width, (i + 1) * width))
                .toArray(float[][]::new);
    }

    private static float[][] withoutClassToken(float[][] atImage) {
        return Arrays.stream(atImage).map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(float[][]::new);
    }

    private static float[][] mean(List<Look> looks) {
        var mean = new float[looks.getFirst().atImage.length][looks.getFirst().atImage[0].length];
        for (var look : looks) {
            for (int t = 0; t < mean.length; t++) {
                for (int p = 0; p < mean[t].length; p++) {
                    mean[t][p] += look.atImage[t][p] / looks.size();
                }
            }
        }
        return mean;
    }

    /// What of each token comes from each image token: half of every sub-layer is what it looked at.
    ///
    /// @param kept share that is left after what follows the image in a layer: 1, or ½ where a knowledge text does
    static float[][] rollout(List<float[][]> atText, List<float[][]> atImage, float kept) {
        int tokens = atImage.getFirst().length;
        int patches = atImage.getFirst()[0].length;
        var from = new float[tokens][patches];
        for (int layer = 0; layer < atText.size(); layer++) {
            var mixed = new float[tokens][patches];
            for (int t = 0; t < tokens; t++) {
                for (int p = 0; p < patches; p++) {
                    float others = 0;
                    for (int s = 0; s < tokens; s++) {
                        others += atText.get(layer)[t][s] * from[s][p];
                    }
                    mixed[t][p] = kept
                            * (0.5f * (0.5f * from[t][p] + 0.5f * others) + 0.5f * atImage.get(layer)[t][p]);
                }
            }
            from = mixed;
        }
        for (var row : from) {
            float sum = 0;
            for (float value : row) {
                sum += value;
            }
            for (int p = 0; p < row.length; p++) {
                row[p] /= sum;
            }
        }
        return from;
    }

    private float[][] rollout(List<Look> looks) {
        return rollout(looks.stream().map(Look::atText).toList(), looks.stream().map(Look::atImage).toList(),
                config.network().knowledge() ? 0.5f : 1);
    }

    private Map<String, Explanation.Occlusion> occlusion(long[] ids, long @Nullable [] knowledge, float[] pixels,
            int grid, Meter meter) {
        int patches = grid * grid;
        int all = 1 + patches + Math.max(0, ids.length - 2);
        var whole = logits(List.of(ids), knowledge, List.of(pixels), done -> meter.passed(done, all));
        var hidden = logits(IntStream.range(0, patches).mapToObj(_ -> ids).toList(), knowledge,
                IntStream.range(0, patches).mapToObj(patch -> withoutPatch(pixels, patch, grid)).toList(),
                done -> meter.passed(1 + done, all));
        // The first and the last token are special and stay.
        var shorter = IntStream.range(1, Math.max(1, ids.length - 1)).mapToObj(token -> without(ids, token)).toList();
        var left = logits(shorter, knowledge, shorter.stream().map(_ -> pixels).toList(),
                done -> meter.passed(1 + patches + done, all));
        var byTask = new LinkedHashMap<String, Explanation.Occlusion>();
        for (var task : config.network().tasks()) {
            float[] seen = Objects.requireNonNull(whole.get(task.name())).getFirst();
            int label = Classification.argMax(seen);
            var ofPatches = new float[patches];
            for (int i = 0; i < patches; i++) {
                ofPatches[i] = seen[label] - Objects.requireNonNull(hidden.get(task.name())).get(i)[label];
            }
            var ofTokens = new float[ids.length];
            for (int i = 0; i < shorter.size(); i++) {
                ofTokens[i + 1] = seen[label] - Objects.requireNonNull(left.get(task.name())).get(i)[label];
            }
            byTask.put(task.name(), new Explanation.Occlusion(label, seen[label], ofPatches, ofTokens));
        }
        return byTask;
    }

    /// In normalised pixels the mean colour is 0.
    private float[] withoutPatch(float[] pixels, int patch, int grid) {
        int size = config.image().size();
        int edge = config.network().image().patch();
        var hidden = pixels.clone();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < edge; y++) {
                int row = c * size * size + (patch / grid * edge + y) * size + patch % grid * edge;
                Arrays.fill(hidden, row, row + edge, 0);
            }
        }
        return hidden;
    }

    private static long[] without(long[] ids, int token) {
        return IntStream.range(0, ids.length).filter(i -> i != token).mapToLong(i -> ids[i]).toArray();
    }

    /// By task, one row per input. All texts have one length and share one knowledge text.
    ///
    /// @param done told after each batch how many have passed
    private Map<String, List<float[]>> logits(List<long[]> ids, long @Nullable [] knowledge, List<float[]> pixels,
            IntConsumer done) {
        var byTask = new LinkedHashMap<String, List<float[]>>();
        config.network().tasks().forEach(task -> byTask.put(task.name(), new ArrayList<>()));
        for (int from = 0; from < ids.size(); from += BATCH) {
            int first = from;
            int to = Math.min(ids.size(), from + BATCH);
            var block = new float[(to - from) * config.image().length()];
            for (int i = from; i < to; i++) {
                System.arraycopy(pixels.get(i), 0, block, (i - from) * config.image().length(),
                        config.image().length());
            }
            compute.run(scope -> {
                var images = config.network().imageTokens(pass, scope.create(block, shape(to - first)));
                var known = knowledge == null
                        ? null
                        : Clfa.Tokens.of(scope, Collections.nCopies(to - first, knowledge));
                config.network().forward(pass, Clfa.Tokens.of(scope, ids.subList(first, to)), images, known).logits()
                        .forEach((task, logits) -> Objects.requireNonNull(byTask.get(task))
                                .addAll(Arrays.asList(matrix(logits, to - first))));
            });
            done.accept(to);
        }
        return byTask;
    }
}
