package org.askance.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.askance.model.Pair;
import org.askance.model.Task;
import org.askance.model.bench.BaseSize;
import org.askance.model.bench.Memory;
import org.askance.model.block.Clfa;
import org.askance.model.block.Losses;
import org.askance.model.block.Pass;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.device.Compute;
import org.askance.model.inference.Scorer;
import org.askance.model.inference.ScoringPipeline;
import org.askance.model.input.Exif;

/// CLFA at base size in Java and in Python, round by round in turn, on the same weights, cores and threads.
/// Prints seconds per round of both and the ratio of the medians: below 1, Java is faster.
///
/// Arguments: a folder for the weights (2.2 GB), Python with torch, transformers and Pillow or `-`, the reference script, a
/// guid folder of real pairs or `-`, and what to measure: `inference`, `photos`, `training`, or several with commas.
public final class SpeedBench {

    private static final int BATCH = 8;
    private static final int TOKENS = 64;
    private static final int ROUNDS = 5;
    private static final int PHOTO_ROUNDS = 3;
    private static final int PHOTOS = 160;

    private final Compute compute;
    private final Clfa network;
    private final NDManager manager;
    private final Weights weights;
    private final Pass pass;

    private SpeedBench(Compute compute, CheckpointConfig.Student config, Path folder) {
        this.compute = compute;
        this.network = config.network();
        this.manager = compute.newManager();
        long start = System.nanoTime();
        this.weights = compute.call(_ -> {
            var all = Weights.random(manager.newSubManager(), network.weights(), 1);
            HuggingFaceFolder.load(folder.resolve("bert"), all, Clfa.TEXT_ENCODER, network.text().weights());
            HuggingFaceFolder.load(folder.resolve("vit"), all, Clfa.IMAGE_ENCODER, network.image().weights());
            return all;
        });
        say("weights made and encoders loaded: %.2f s", seconds(start));
        this.pass = compute.call(_ -> Pass.over(manager, weights, 0.1));
    }

    public static void main(String[] arguments) throws IOException {
        if ("-".equals(arguments[1])) {
            say("No Python is named, so there is nothing to compare with.");
            return;
        }
        var folder = Path.of(arguments[0]);
        BaseSize.write(folder);
        var text = HuggingFaceFolder.text(folder.resolve("bert"));
        var image = HuggingFaceFolder.image(folder.resolve("vit"));
        var config = TrainingRequest.Start.Encoders
                .paper(folder.resolve("bert"), folder.resolve("vit"), List.of(Task.SARCASM, Task.SENTIMENT), false, Exif.UPRIGHT).config();
        try (var compute = Compute.start()) {
            say("%s; %s on %s, %d threads", Memory.machine(), compute.device().engine(), compute.device().name(),
                    compute.device().threads());
            load(compute, folder.resolve("bert"), text.weights());
            load(compute, folder.resolve("bert"), text.weights());
            load(compute, folder.resolve("vit"), image.weights());
            load(compute, folder.resolve("clip"), HuggingFaceFolder.clip(folder.resolve("clip")).weights());
            var bench = new SpeedBench(compute, config, folder);
            if (!Files.exists(folder.resolve("clfa"))) {
                CheckpointFolder.write(folder.resolve("clfa"), "base", config,
                        WeightTensors.of(compute, config.weights(), bench.weights), folder.resolve("bert/tokenizer.json"),
                        Map.of());
            }
            bench.run(arguments, folder);
        }
    }

    private static void load(Compute compute, Path folder, List<org.askance.model.block.WeightSpec> specs) {
        long start = System.nanoTime();
        compute.run(_ -> HuggingFaceFolder.weights(folder, compute.newManager(), specs).close());
        say("%s loaded in %.2f s", folder.getFileName(), seconds(start));
    }

    private void run(String[] arguments, Path folder) throws IOException {
        var parts = List.of(arguments[4].split(","));
        var python = new ProcessBuilder(arguments[1], arguments[2], folder.toString(),
                Integer.toString(compute.device().threads()), arguments[3], Integer.toString(PHOTOS))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(python.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say("%s", in.readLine());
            System.gc();
            if (parts.contains("inference")) {
                compare("inference, 8 × 64 tokens", "infer", ROUNDS, this::infer, in, out);
                memory(in, out);
            }
            if (parts.contains("training")) {
                var optimizer = compute.call(_ -> new AdamW(manager, List.copyOf(weights.asMap().values()), 0.01, 1));
                compare("training step, 8 × 64 tokens", "train", ROUNDS, () -> train(optimizer), in, out);
                memory(in, out);
            }
            if (parts.contains("photos") && !"-".equals(arguments[3])) {
                photos(folder, Path.of(arguments[3]), in, out);
                memory(in, out);
            }
        } finally {
            python.destroy();
        }
    }

    private void photos(Path folder, Path real, BufferedReader in, PrintWriter out) throws IOException {
        compute.run(_ -> manager.close());
        try (var scorer = Scorer.open(compute, folder.resolve("clfa"))) {
            var pairs = pairs(real);
            compare(PHOTOS + " real pairs end to end", "photos", PHOTO_ROUNDS,
                    () -> ScoringPipeline.run(scorer, ScoringPipeline.chunks(PHOTOS), i -> {
                        int from = i * ScoringPipeline.CHUNK;
                        return new ScoringPipeline.Chunk<>(i,
                                pairs.subList(from, Math.min(PHOTOS, from + ScoringPipeline.CHUNK)));
                    }, (_, _) -> {}, () -> false), in, out);
            long start = System.nanoTime();
            scorer.score(pairs);
            say("the same without reading ahead: Java %.3f s", seconds(start));
        }
    }

    private static void memory(BufferedReader in, PrintWriter out) throws IOException {
        out.println("memory");
        say("    resident memory: Java %d MB, Python %s MB", Memory.status("VmRSS"), in.readLine());
    }

    private static void compare(String title, String command, int rounds, Runnable java, BufferedReader in,
            PrintWriter out) throws IOException {
        var ours = new double[rounds];
        var theirs = new double[rounds];
        // The first round warms up.
        for (int round = -1; round < rounds; round++) {
            long start = System.nanoTime();
            java.run();
            double mine = seconds(start);
            out.println(command);
            double other = Double.parseDouble(in.readLine());
            if (round >= 0) {
                ours[round] = mine;
                theirs[round] = other;
            }
        }
        say("%s: Java %s s, Python %s s, ratio %.2f", title, shown(ours), shown(theirs), median(ours) / median(theirs));
    }

    private static String shown(double[] seconds) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", median(seconds), Arrays.stream(seconds).min().orElse(0),
                Arrays.stream(seconds).max().orElse(0));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<long[]> ids() {
        var random = new Random(2);
        return IntStream.range(0, BATCH)
                .mapToObj(_ -> random.longs(TOKENS, 1_000, 30_000).toArray()).toList();
    }

    private static float[] pixels() {
        var random = new Random(3);
        var values = new float[BATCH * 3 * 224 * 224];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static final List<long[]> IDS = ids();
    private static final float[] PIXELS = pixels();

    private void infer() {
        compute.run(scope -> {
            var images = network.imageTokens(pass, scope.create(PIXELS, new Shape(BATCH, 3, 224, 224)));
            network.forward(pass, Clfa.Tokens.of(scope, IDS), images, null).fused().toFloatArray();
        });
    }

    private void train(AdamW optimizer) {
        var learning = pass.training(true);
        compute.run(scope -> {
            Engine.getInstance().setRandomSeed(1);
            var teacher = scope.create(new float[BATCH * 512], new Shape(BATCH, 512)).add(0.1f);
            Backward.of(() -> {
                var images = network.imageTokens(learning, scope.create(PIXELS, new Shape(BATCH, 3, 224, 224)));
                var states = network.forward(learning, Clfa.Tokens.of(scope, IDS), images, null);
                var labels = Map.of("sarcasm", scope.create(new long[]{0, 1, 0, 1, 0, 1, 0, 1}), "sentiment",
                        scope.create(new long[]{0, 1, 2, 0, 1, 2, 0, 1}));
                return Losses.classify(learning, states.logits(), labels)
                        .add(Losses.align(learning, java.util.Objects.requireNonNull(states.alignedText()), teacher,
                                0.1))
                        .add(Losses.align(learning, java.util.Objects.requireNonNull(states.alignedImage()), teacher,
                                0.1));
            });
            optimizer.step(1e-5);
        });
    }

    /// The first pairs of a guid folder, in the order of their names.
    private static List<Pair> pairs(Path folder) throws IOException {
        var pairs = new ArrayList<Pair>();
        try (var files = Files.list(folder.resolve("data"))) {
            for (var image : files.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(PHOTOS).toList()) {
                var text = image.resolveSibling(image.getFileName().toString().replace(".jpg", ".txt"));
                pairs.add(new Pair(new String(Files.readAllBytes(text), StandardCharsets.ISO_8859_1).strip(), image));
            }
        }
        return pairs;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not on the class path
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
