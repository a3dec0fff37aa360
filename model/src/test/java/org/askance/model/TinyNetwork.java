package org.askance.model;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.askance.model.block.Clfa;
import org.askance.model.block.ClipText;
import org.askance.model.block.ImageEncoder;
import org.askance.model.block.Precision;
import org.askance.model.block.Teacher;
import org.askance.model.block.TextEncoder;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.SafeTensorsWriter;
import org.askance.model.device.Compute;
import org.askance.model.input.ImageShape;
import org.askance.model.input.WordPieces;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.Learning;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;

/// A whole network small enough to train in a second, with a random teacher, and pairs to train it on: a
/// pair is sarcastic when the words and the colour of the picture disagree.
public final class TinyNetwork {

    private static final int WIDTH = 16;
    private static final int TOKENS = 16;
    private static final List<String> WORDS = List.of("lovely", "nice", "awful", "bad");

    private final Path folder;
    private final Path teacher;
    private final CheckpointConfig.Student config;

    /// @param folder where it is made, or was made before
    public TinyNetwork(Compute compute, Path folder) throws IOException {
        this.folder = folder;
        var tokenizer = folder.resolve("tokenizer.json");
        var texts = new ArrayList<String>(WORDS);
        texts.addAll(WORDS);
        int vocabulary = WordPieces.write(tokenizer, texts);
        var image = new ImageEncoder(16, 8, WIDTH, 1, 2, 2 * WIDTH);
        var ofTeacher = new CheckpointConfig.ForTeacher(
                new Teacher(new ClipText(vocabulary, WIDTH, 1, 2, 2 * WIDTH, TOKENS, WIDTH), image),
                ImageShape.student(16), TOKENS);
        var text = new TextEncoder(vocabulary, WIDTH, 1, 2, 2 * WIDTH, TOKENS);
        config = new CheckpointConfig.Student(new Clfa(text, image, WIDTH, 1, 2, 2 * WIDTH,
                List.of(Task.SARCASM, Task.SENTIMENT), false), ImageShape.student(16), TOKENS);
        teacher = folder.resolve("teacher");
        if (Files.exists(teacher)) {
            return;
        }
        var manager = compute.newManager();
        try {
            var values = compute.call(_ -> Weights.random(manager, ofTeacher.weights(), 5).values());
            CheckpointFolder.write(teacher, "tiny teacher", ofTeacher,
                    ofTeacher.weights().stream().map(spec -> new SafeTensorsWriter.Tensor(spec.name(),
                            spec.shape().getShape(), values.getOrDefault(spec.name(), new float[0]))).toList(),
                    tokenizer, Map.of());
        } finally {
            compute.run(_ -> manager.close());
        }
    }

    public Path teacher() {
        return teacher;
    }

    public CheckpointConfig.Student config() {
        return config;
    }

    /// `count` pairs, all kinds equally often.
    public List<LabelledPair> pairs(String name, int count) throws IOException {
        var pairs = new ArrayList<LabelledPair>();
        for (int i = 0; i < count; i++) {
            boolean goodWords = i % 4 < 2;
            boolean goodPicture = i % 2 == 0;
            var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(goodPicture ? new Color(250, 210, 40 + i % 50) : new Color(20, 30, 90 + i % 50));
            graphics.fillRect(0, 0, 20, 20);
            graphics.dispose();
            var file = Files.createDirectories(folder.resolve(name)).resolve(i + ".png");
            ImageIO.write(image, "png", file.toFile());
            var labels = new TreeMap<String, Integer>();
            labels.put("sarcasm", goodWords == goodPicture ? 0 : 1);
            labels.put("sentiment", goodPicture ? 0 : 1);
            pairs.add(new LabelledPair(
                    new Pair(WORDS.get((goodWords ? 0 : 2) + i / 4 % 2) + " day".repeat(i % 3), file), labels));
        }
        return pairs;
    }

    public static TrainingPlan plan(int epochs) {
        return new TrainingPlan(epochs, 8, 1, new TrainingPlan.Optimisation(5e-3, 0.01, 0.05, 1),
                new TrainingPlan.LossPlan(1, 1, 0.1, false), 0.1, Learning.of(Learning.Part.ALL), 0, 3,
                Precision.FLOAT32);
    }

    /// Fresh weights, into the folder `to`.
    public TrainingRequest request(List<LabelledPair> train, List<LabelledPair> validation, TrainingPlan plan,
            String to) {
        return new TrainingRequest(new TrainingRequest.Start.Teacher(config, teacher), teacher, train, validation,
                validation, plan, Clfa.Halves.BOTH, folder.resolve("work"), folder.resolve(to), to);
    }
}
