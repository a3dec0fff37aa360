package org.askance.model.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.askance.model.Pair;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.block.WeightSpec;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.device.Compute;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.model.input.Exif;
import org.askance.model.input.UnreadableImageException;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.Outcome;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;

/// The paper's network at its real size on the program's own path: three Hugging Face folders are loaded, a network is
/// made of them and trained under the CLIP teacher for a few steps with a break in between, and its checkpoint is
/// opened, scores and explains. Prints seconds and memory of each stage.
///
/// Argument: a folder for the weights, 1.3 GB, and on the way as much again three times.
public final class BaseSizeBench {

    private static final int PAIRS = 48;
    private static final int BREAK_AFTER = 2;

    private final Compute compute;
    private final Path folder;
    private final Path work;

    private BaseSizeBench(Compute compute, Path folder) {
        this.compute = compute;
        this.folder = folder;
        this.work = folder.resolve("work");
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        BaseSize.write(folder);
        try (var compute = Compute.start()) {
            System.out.println(Memory.machine() + "; " + compute.device().engine() + " on " + compute.device().name()
                    + ", " + compute.device().threads() + " threads; most heap "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
            new BaseSizeBench(compute, folder).run();
        }
    }

    private void run() throws IOException {
        delete(work);
        delete(folder.resolve("trained"));
        var bert = folder.resolve("bert");
        var vit = folder.resolve("vit");
        var clip = folder.resolve("clip");
        for (var round : List.of("first", "again")) {
            load("BERT-base " + round, bert, HuggingFaceFolder.text(bert).weights());
            load("ViT-B/32 " + round, vit, HuggingFaceFolder.image(vit).weights());
            load("CLIP ViT-B/32 " + round, clip, HuggingFaceFolder.clip(clip).weights());
        }
        var pairs = pairs();
        var start = TrainingRequest.Start.Encoders.paper(bert, vit, List.of(Task.SARCASM, Task.SENTIMENT), false,
                Exif.UPRIGHT);
        var request = new TrainingRequest(start, clip, pairs.subList(0, PAIRS - 8), pairs.subList(PAIRS - 8, PAIRS),
                List.of(), TrainingPlan.paper().withEpochs(1), Clfa.Halves.BOTH, work, folder.resolve("trained"),
                "base size");
        var first = new Steps();
        Memory.measure("trained to step " + BREAK_AFTER + ", state kept",
                () -> TrainNetwork.run(compute, request, first, () -> first.steps.size() >= BREAK_AFTER));
        first.tell();
        var second = new Steps();
        var outcome = Memory.measure("gone on, evaluated, checkpoint written",
                () -> TrainNetwork.run(compute, request, second, () -> false));
        second.tell();
        if (!(outcome instanceof Outcome.Finished)) {
            throw new IllegalStateException("the training did not finish");
        }
        use(pairs.stream().map(LabelledPair::pair).toList());
        delete(work);
        delete(folder.resolve("trained"));
    }

    private void load(String name, Path from, List<WeightSpec> specs) throws IOException {
        Memory.measure(name + " loaded", () -> {
            compute.run(_ -> HuggingFaceFolder.weights(from, compute.newManager(), specs).close());
            return null;
        });
    }

    private void use(List<Pair> pairs) throws IOException {
        try (var scorer = Memory.measure("checkpoint opened", () -> Scorer.open(compute, folder.resolve("trained")))) {
            var scored = Memory.measure(pairs.size() + " pairs scored", () -> scorer.score(pairs));
            if (!scored.stream().allMatch(Scored.Prediction.class::isInstance)) {
                throw new IllegalStateException("a pair was not scored");
            }
            Memory.measure("a pair explained", () -> {
                try {
                    return scorer.explain(pairs.getFirst());
                } catch (UnreadableImageException e) {
                    throw new IOException(e);
                }
            });
        }
    }

    /// Drawn pictures with texts of 5 to 30 words.
    private List<LabelledPair> pairs() throws IOException {
        var random = new Random(7);
        var pairs = new ArrayList<LabelledPair>();
        var pictures = Files.createDirectories(folder.resolve("pictures"));
        for (int i = 0; i < PAIRS; i++) {
            var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            for (int shape = 0; shape < 40; shape++) {
                graphics.setColor(new Color(random.nextInt(1 << 24)));
                graphics.fillOval(random.nextInt(640), random.nextInt(480), random.nextInt(200), random.nextInt(200));
            }
            graphics.dispose();
            var file = pictures.resolve(i + ".jpg");
            ImageIO.write(image, "jpg", file.toFile());
            pairs.add(new LabelledPair(new Pair("what a lovely day ".repeat(1 + i % 7), file),
                    Map.of("sarcasm", i % 2, "sentiment", i % 3)));
        }
        return pairs;
    }

    /// When each step was done.
    private static final class Steps implements TrainingListener {
        private final List<Double> steps = new ArrayList<>();
        private long last = System.nanoTime();
        private double prepared;

        private double lap() {
            double seconds = (System.nanoTime() - last) / 1e9;
            last = System.nanoTime();
            return seconds;
        }

        @Override
        public void preparing(int done, int total) {
            prepared += lap();
        }

        @Override
        public void step(int step, int totalSteps, double loss) {
            steps.add(lap());
        }

        @Override
        public void epoch(EpochRecord epoch) {
            lap();
        }

        void tell() {
            System.out.printf(java.util.Locale.ROOT, "    loaded, read and asked the teacher in %.2f s; steps of %s s%n",
                    prepared, steps.stream().map(step -> "%.2f".formatted(step)).toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
