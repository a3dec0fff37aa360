package org.askance.app.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.askance.assets.postcards.Postcard;
import org.askance.assets.postcards.PostcardLabels;
import org.askance.assets.postcards.Postcards;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.assets.postcards.PostcardsWriter;
import org.askance.model.Pair;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.block.TextEncoder;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.device.Compute;
import org.askance.model.geometry.AlignmentMeasures;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.Outcome;
import org.askance.model.training.TeacherTraining;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;

/// Trains what the program ships, from nothing: draws Postcards, trains the teacher, then CLFA for each
/// seed in full and in its ablations, and writes `report.json` with their figures on the test split. What
/// is in the folder already is not made again, so an interrupted run goes on.
public final class TrainBundled {

    /// What is trained: the full network, without alignment, and each half alone.
    enum Variant {
        FULL(Clfa.Halves.BOTH, 1), UNALIGNED(Clfa.Halves.BOTH, 0), TEXT_ONLY(Clfa.Halves.TEXT, 0), IMAGE_ONLY(
                Clfa.Halves.IMAGE, 0);

        private final Clfa.Halves halves;
        private final double alpha;

        Variant(Clfa.Halves halves, double alpha) {
            this.halves = halves;
            this.alpha = alpha;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int WIDTH = 128;
    private static final int MOST_TOKENS = 64;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Compute compute;
    private final Path folder;
    private final Consumer<String> log;
    private final BooleanSupplier cancelled;
    private final List<Postcard> postcards;

    /// @param folder where everything goes
    /// @param log    hears a line now and then
    /// @param cancelled looked at after each step
    public TrainBundled(Compute compute, Path folder, Consumer<String> log, BooleanSupplier cancelled) {
        this.compute = compute;
        this.folder = folder;
        this.log = log;
        this.cancelled = cancelled;
        var plan = PostcardsPlan.standard();
        this.postcards = IntStream.range(0, plan.count()).mapToObj(i -> Postcards.pair(plan, i)).toList();
    }

    /// Blocks until done.
    ///
    /// @throws CancellationException if cancelled; what is finished is kept
    /// @param seeds of CLFA; the first one's full network is what ships
    public void run(List<Long> seeds, TrainingPlan plan) throws IOException {
        Files.createDirectories(folder);
        var teacher = teacher();
        var pictures = folder.resolve("postcards");
        if (!Files.exists(pictures.resolve(PostcardsWriter.PAIRS_FILE))) {
            new PostcardsWriter(pictures).write(PostcardsPlan.standard(), (_, _) -> {}, cancelled);
        }
        for (var variant : Variant.values()) {
            for (long seed : seeds) {
                student(variant, seed, teacher, plan, pictures);
                writeReport(seeds, pictures);
            }
        }
    }

    private Path teacher() throws IOException {
        var teacher = folder.resolve("teacher");
        var gate = folder.resolve("teacher-gate.json");
        if (!Files.exists(teacher)) {
            long start = System.nanoTime();
            TrainTeacher.run(compute, TeacherTraining.Plan.bundled(), listener("teacher"), teacher);
            log.accept("teacher trained in %.0f s".formatted(seconds(start)));
        }
        if (!Files.exists(gate)) {
            JSON.writeValue(gate.toFile(), TrainTeacher.gate(compute, teacher));
        }
        log.accept("scene polarity given the topic, unseen scenes: " + Files.readString(gate));
        return teacher;
    }

    private void student(Variant variant, long seed, Path teacher, TrainingPlan plan, Path pictures)
            throws IOException {
        String name = variant.key() + "-" + seed;
        var result = folder.resolve(name + ".json");
        if (Files.exists(result)) {
            return;
        }
        long start = System.nanoTime();
        var request = new TrainingRequest(new TrainingRequest.Start.Teacher(config(teacher), teacher), teacher,
                pairs("train", pictures), pairs("validation", pictures), pairs("test", pictures),
                plan.withSeed(seed).withAlpha(variant.alpha), variant.halves, folder.resolve("work"),
                folder.resolve(name), "Postcards");
        if (TrainNetwork.run(compute, request, listener(name), () -> false) instanceof Outcome.Finished finished) {
            var record = new LinkedHashMap<String, Object>();
            record.put("seconds", Math.round(seconds(start)));
            record.put("best_epoch", finished.bestEpoch());
            record.put("test", Outcome.metrics(finished.test()));
            if (variant.halves == Clfa.Halves.BOTH) {
                record.put("embeddings", embeddings(folder.resolve(name), pictures));
            }
            JSON.writeValue(result.toFile(), record);
            log.accept(name + " " + record);
        }
    }

    /// The bundled network's sizes; its image encoder is the teacher's.
    private static CheckpointConfig.Student config(Path teacher) {
        var of = CheckpointFolder.teacher(teacher);
        var text = new TextEncoder(of.network().text().vocabulary(), WIDTH, 3, 4, 4 * WIDTH, MOST_TOKENS);
        return new CheckpointConfig.Student(new Clfa(text, of.network().image(), of.network().text().projected(), 2, 4,
                4 * WIDTH, List.of(Task.SARCASM, Task.SENTIMENT), false), of.image(), MOST_TOKENS);
    }

    /// With the true labels, not those planted wrong.
    private List<LabelledPair> pairs(String split, Path pictures) {
        return split(split).map(card -> {
            var labels = new TreeMap<String, Integer>();
            labels.put(Task.SENTIMENT.name(), PostcardLabels.SENTIMENT.indexOf(card.truth().sentiment()));
            if (card.truth().sarcasm() != null) {
                labels.put(Task.SARCASM.name(), PostcardLabels.SARCASM.indexOf(card.truth().sarcasm()));
            }
            return new LabelledPair(pair(card, pictures), labels);
        }).toList();
    }

    private java.util.stream.Stream<Postcard> split(String split) {
        return postcards.stream().filter(card -> card.split().equals(split));
    }

    private static Pair pair(Postcard card, Path pictures) {
        return new Pair(card.text(), pictures.resolve(PostcardsWriter.imagePath(card.key())));
    }

    private Map<String, Object> embeddings(Path checkpoint, Path pictures) {
        var test = split("test").toList();
        try (var scorer = Scorer.open(compute, checkpoint)) {
            var texts = new ArrayList<float[]>();
            var images = new ArrayList<float[]>();
            for (var scored : scorer.score(test.stream().map(card -> pair(card, pictures)).toList())) {
                if (scored instanceof Scored.Prediction prediction) {
                    texts.add(prediction.text());
                    images.add(prediction.image());
                }
            }
            var x = texts.toArray(float[][]::new);
            var y = images.toArray(float[][]::new);
            return Map.of("measures", AlignmentMeasures.of(x, y), "topic_precision",
                    AlignmentMeasures.groupPrecision(x, y, test.stream().map(Postcard::topic).toList()));
        }
    }

    /// All figures so far, with mean and spread over the seeds.
    private void writeReport(List<Long> seeds, Path pictures) throws IOException {
        var report = new LinkedHashMap<String, Object>();
        report.put("test_pairs", split("test").count());
        report.put("gate", JSON.readTree(folder.resolve("teacher-gate.json").toFile()));
        for (var variant : Variant.values()) {
            var figures = new TreeMap<String, List<Double>>();
            for (long seed : seeds) {
                var file = folder.resolve(variant.key() + "-" + seed + ".json");
                if (Files.exists(file)) {
                    var json = JSON.readTree(file.toFile());
                    json.path("test").properties().forEach(metric -> figures
                            .computeIfAbsent(metric.getKey(), _ -> new ArrayList<>())
                            .add(metric.getValue().asDouble()));
                    if (json.has("embeddings")) {
                        var measures = json.path("embeddings").path("measures");
                        add(figures, "topic_precision", json.path("embeddings").path("topic_precision"));
                        add(figures, "modality_gap", measures.path("modalityGap"));
                        add(figures, "matched_cosine", measures.path("matchedCosine"));
                        add(figures, "text_to_image_recall_at_5", measures.path("textToImage").path("recallAt5"));
                    }
                    add(figures, "seconds", json.path("seconds"));
                }
            }
            var summary = new LinkedHashMap<String, Object>();
            figures.forEach((name, values) -> summary.put(name, summary(values)));
            report.put(variant.key(), summary);
        }
        JSON.writeValue(folder.resolve("report.json").toFile(), report);
        log.accept("report: " + folder.resolve("report.json") + " for pictures in " + pictures);
    }

    private static void add(Map<String, List<Double>> figures, String name,
            com.fasterxml.jackson.databind.JsonNode value) {
        figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.asDouble());
    }

    private static Map<String, Object> summary(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double spread = values.size() < 2
                ? 0
                : Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("mean", mean);
        summary.put("standard_deviation", spread);
        summary.put("seeds", values);
        return summary;
    }

    private TrainingListener listener(String name) {
        long start = System.nanoTime();
        return new TrainingListener() {
            @Override
            public void step(int step, int totalSteps, double loss) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (step % 100 == 0) {
                    log.accept("%s step %d of %d, loss %.4f, %.0f s".formatted(name, step, totalSteps, loss,
                            seconds(start)));
                }
            }

            @Override
            public void epoch(EpochRecord epoch) {
                log.accept(name + " " + epoch);
            }
        };
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
