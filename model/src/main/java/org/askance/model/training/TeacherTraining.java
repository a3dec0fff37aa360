package org.askance.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.askance.model.block.Clfa;
import org.askance.model.block.ClipText;
import org.askance.model.block.ImageEncoder;
import org.askance.model.block.Pass;
import org.askance.model.block.Teacher;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.CheckpointInfo;
import org.askance.model.device.Compute;
import org.askance.model.input.ImageShape;
import org.askance.model.input.RgbImage;
import org.askance.model.input.Tokenizer;

/// Trains a teacher in small from captioned pictures, as CLIP was (Radford et al. 2021, arXiv 2103.00020):
/// in each batch a caption must find its picture among all, and the reverse.
public final class TeacherTraining {

    /// Pictures with captions, all in memory.
    public interface Source {
        int size();

        /// Already of the network's size.
        RgbImage picture(int index);

        /// A caption of picture `index`; another `round` may word it otherwise.
        String caption(int index, int round);
    }

    /// @param rate highest learning rate; it rises over the first 5 % of the steps and falls along a cosine
    public record Plan(int steps, int batchSize, double rate, double weightDecay, long seed) {

        public static Plan bundled() {
            return new Plan(2_400, 128, 1e-3, 0.05, 1);
        }

        double rate(int step) {
            double warm = Math.max(1, 0.05 * steps);
            return step < warm
                    ? rate * step / warm
                    : rate * 0.5 * (1 + Math.cos(Math.PI * (step - warm) / (steps - warm)));
        }
    }

    private static final int WIDTH = 128;
    private static final int HEADS = 4;
    private static final int MOST_TOKENS = 64;

    private TeacherTraining() {}

    /// The sizes of the bundled teacher.
    public static CheckpointConfig.ForTeacher config(int vocabulary) {
        return new CheckpointConfig.ForTeacher(
                new Teacher(new ClipText(vocabulary, WIDTH, 3, HEADS, 4 * WIDTH, MOST_TOKENS, WIDTH),
                        new ImageEncoder(96, 16, WIDTH, 4, HEADS, 4 * WIDTH)),
                ImageShape.student(96), MOST_TOKENS);
    }

    /// Trains and writes the checkpoint. Blocks until done.
    ///
    /// @param tokenizer a `tokenizer.json` of `vocabulary` tokens
    public static CheckpointInfo run(Compute compute, Source source, Path tokenizer, int vocabulary, Plan plan,
            TrainingListener listener, Path folder) {
        var config = config(vocabulary);
        var manager = compute.newManager();
        try (var texts = Tokenizer.open(tokenizer, config.mostTokens())) {
            var weights = compute.call(_ -> Weights.random(manager, config.weights(), plan.seed));
            var pass = compute.call(_ -> {
                Engine.getInstance().setRandomSeed((int) plan.seed);
                return Pass.over(manager, weights, 0).training(true);
            });
            var optimizer = compute.call(
                    _ -> new AdamW(manager, List.copyOf(weights.asMap().values()), plan.weightDecay, 1.0));
            var random = new SplittableRandom(plan.seed);
            var losses = new ArrayList<Double>();
            for (int step = 1; step <= plan.steps; step++) {
                var batch = random.ints(0, source.size()).distinct().limit(plan.batchSize).toArray();
                int round = step;
                var ids = texts.ids(IntStream.of(batch).mapToObj(i -> source.caption(i, round)).toList());
                var pixels = config.image().pixels(IntStream.of(batch).mapToObj(source::picture).toList());
                double rate = plan.rate(step);
                double loss = compute.call(scope -> {
                    var tokens = Clfa.Tokens.of(scope, ids);
                    var ends = scope.create(Teacher.ends(ids));
                    var images = scope.create(pixels, new Shape(batch.length, 3, 96, 96));
                    double value = Backward.of(() -> config.network().loss(pass, tokens.ids(), ends, images));
                    optimizer.step(rate);
                    return value;
                });
                losses.add(loss);
                listener.step(step, plan.steps, loss);
            }
            return CheckpointFolder.write(folder, "Postcards teacher", config,
                    WeightTensors.of(compute, config.weights(), weights),
                    tokenizer, record(plan, source, losses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            compute.free(manager::close);
        }
    }

    private static Map<String, Object> record(Plan plan, Source source, List<Double> losses) {
        var record = new LinkedHashMap<String, Object>();
        record.put("plan", plan);
        record.put("pictures", source.size());
        record.put("metrics", Map.of("loss", losses.subList(losses.size() * 9 / 10, losses.size()).stream()
                .mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return record;
    }
}
