package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.NewPrediction;

/// Generates a project of any number of pairs, of which all have given labels (but for a tenth), predictions
/// of one checkpoint, and some thousands an answer, a flag or a comment. The same seed gives the same pairs. There are no pictures:
/// their paths lead nowhere.
public final class MillionPairs {

    private static final long SEED = 20_261_125;
    private static final int AT_ONCE = 20_000;
    private static final int ANSWERED = 5_000;
    /// Raise when what is generated changes: older projects are then not used again.
    private static final int VERSION = 2;

    private static final int REMARKED = 1_000;
    private static final List<String> REASONS = List.of("bad picture", "spam", "not English");
    private static final List<String> ANNOTATORS = List.of("ada", "grace", "alan", "edsger");

    private final int count;
    private final TweetWords words = new TweetWords(SEED);

    private MillionPairs(int count) {
        this.count = count;
    }

    /// `MillionPairs FOLDER [COUNT]`
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var project = open(Path.of(arguments[0]), count)) {
            System.out.printf("%s: %,d pairs, %,d MB, %.1f s%n", project.folder(), count,
                    Files.size(project.folder().resolve("project.db")) >> 20, (System.nanoTime() - start) / 1e9);
        }
    }

    /// The project in `folder`, made unless it was made before by the same version and of the same size.
    public static Project open(Path folder, int count) throws IOException {
        var stamp = folder.resolve("generated.txt");
        var wanted = "seed " + SEED + ", " + count + " pairs, version " + VERSION;
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return Project.open(folder);
        }
        delete(folder);
        var project = Project.create(folder, "A million pairs");
        new MillionPairs(count).fill(project);
        Files.writeString(stamp, wanted);
        return project;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void fill(Project project) {
        var tasks = project.tasks().list();
        long checkpoint = project.checkpoints().add("generated", project.checkpointsFolder().resolve("generated"),
                null);
        var random = new Random(SEED);
        for (int from = 0; from < count; from += AT_ONCE) {
            int until = Math.min(count, from + AT_ONCE);
            var examples = new ArrayList<NewExample>();
            var predictions = new ArrayList<NewPrediction>();
            for (int i = from; i < until; i++) {
                var truth = truth(tasks, random);
                examples.add(example(project.folder(), i, truth, random));
                predictions.add(new NewPrediction(i + 1L, probabilities(tasks, truth, random)));
            }
            project.examples().addAll(examples);
            project.predictions().save(checkpoint, predictions);
        }
        for (int i = 0; i < Math.min(ANSWERED, count / 10); i++) {
            var labels = truth(tasks, random);
            project.annotations().save(new Answer(1 + random.nextInt(count), labels,
                    ANNOTATORS.get(random.nextInt(ANNOTATORS.size())), checkpoint,
                    Duration.ofMillis(600 + random.nextInt(4_000))));
        }
        remark(project, random);
    }

    private void remark(Project project, Random random) {
        for (int i = 0; i < Math.min(REMARKED, count / 100); i++) {
            long example = 1L + random.nextInt(count);
            if (i % 2 == 0) {
                project.annotations().flag(example, REASONS.get(random.nextInt(REASONS.size())), "ada");
            } else {
                project.annotations().comment(example, words.tweet(random), "grace");
            }
        }
    }

    private static Map<String, String> truth(List<TaskDefinition> tasks, Random random) {
        var labels = new HashMap<String, String>();
        for (var task : tasks) {
            var names = task.labelNames();
            // The first class is the most frequent, as in most datasets.
            int one = random.nextInt(names.size());
            int other = random.nextInt(names.size());
            labels.put(task.name(), names.get(Math.min(one, other)));
        }
        return labels;
    }

    private NewExample example(Path folder, int i, Map<String, String> truth, Random random) {
        int share = random.nextInt(10);
        var split = share < 8 ? Split.TRAIN : share == 8 ? Split.VALIDATION : Split.TEST;
        return new NewExample(Long.toString(680_000_000_000_000_000L + 7L * i), words.tweet(random),
                folder.resolve("data/" + i + ".jpg"), split, random.nextInt(10) == 0 ? Map.of() : truth);
    }

    private static Map<String, float[]> probabilities(List<TaskDefinition> tasks, Map<String, String> truth,
            Random random) {
        var all = new HashMap<String, float[]>();
        for (var task : tasks) {
            int classes = task.labels().size();
            var scores = new double[classes];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                boolean right = task.labelNames().get(c).equals(truth.get(task.name()));
                scores[c] = Math.exp(random.nextGaussian() + (right ? 2 : 0));
                sum += scores[c];
            }
            var probabilities = new float[classes];
            for (int c = 0; c < classes; c++) {
                probabilities[c] = (float) (scores[c] / sum);
            }
            all.put(task.name(), probabilities);
        }
        return all;
    }
}
