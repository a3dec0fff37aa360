package org.askance.app;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.askance.app.work.Home;
import org.askance.assets.BundledCheckpoints;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.run.NewPrediction;

/// Generates a project of pairs with JPEG files of the size that tweets have: 1200 × 900 pixels, 150 to 300 KB. Their
/// pixels are those of two hundred drawn pictures, but each file is one of its own on the disk, with other bytes and
/// another hash. All pairs have predictions and (random) embeddings, so that nothing is scored meanwhile.
final class RealSizePairs {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final int DRAWN = 200;
    private static final int AT_ONCE = 5_000;
    private static final int FILES_IN_FOLDER = 1_000;
    private static final List<String> WORDS = List.of("lovely", "weather", "again", "the", "train", "is", "late", "I",
            "just", "love", "waiting", "in", "rain", "#monday", "@bus", "☀️", "😂", "what", "a", "day", "great",
            "service", "thanks", "for", "nothing", "#blessed", "https://t.co/abc", "finally", "coffee", "🙄", "so",
            "happy", "to", "be", "here");

    private final Path folder;
    private final int count;
    private final Random random = new Random(20_261_125);

    private RealSizePairs(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    /// Makes it in `folder`, unless it is there.
    static void make(Path folder, Home home, int count) throws IOException {
        if (!Project.exists(folder)) {
            new RealSizePairs(folder, count).make(home);
        }
    }

    private void make(Home home) throws IOException {
        var drawn = new ArrayList<byte[]>();
        for (int i = 0; i < DRAWN; i++) {
            drawn.add(jpeg(draw()));
        }
        System.out.printf("%d pictures drawn, %d KB on average%n", DRAWN,
                drawn.stream().mapToInt(bytes -> bytes.length).sum() / DRAWN / 1024);
        try (var project = Project.create(folder, "Real size")) {
            long checkpoint = project.checkpoints().add("Postcards",
                    BundledCheckpoints.unpack(home.checkpoints()).clfa(), null);
            for (int from = 0; from < count; from += AT_ONCE) {
                int to = Math.min(count, from + AT_ONCE);
                var examples = new ArrayList<NewExample>();
                for (int i = from; i < to; i++) {
                    examples.add(new NewExample("tweet-" + i, text(), write(drawn.get(i % DRAWN), i), Split.TRAIN,
                            i % 3 == 0 ? Map.of() : Map.of("sarcasm", "sarcastic")));
                }
                project.examples().addAll(examples);
                // Ids are given in order, from 1.
                score(project, checkpoint, from + 1, to);
            }
        }
    }

    private Path write(byte[] jpeg, int number) throws IOException {
        var file = folder.resolve("pictures/" + number / FILES_IN_FOLDER + "/" + number + ".jpg");
        Files.createDirectories(file.getParent());
        byte[] comment = ("picture " + number).getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream(jpeg.length + comment.length + 4);
        // After the start of image, a comment of its own.
        out.write(jpeg, 0, 2);
        out.write(new byte[]{(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        out.write(comment);
        out.write(jpeg, 2, jpeg.length - 2);
        Files.write(file, out.toByteArray());
        return file;
    }

    private void score(Project project, long checkpoint, int from, int to) {
        var ids = new long[to - from + 1];
        var vectors = new float[ids.length][];
        var predictions = new ArrayList<NewPrediction>();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = from + i;
            vectors[i] = new float[]{random.nextFloat(), random.nextFloat(), 1, 0};
            float p = random.nextFloat();
            predictions.add(new NewPrediction(ids[i], Map.of("sarcasm", new float[]{p, 1 - p}, "sentiment",
                    new float[]{p / 2, p / 2, 1 - p})));
        }
        var byKind = new HashMap<EmbeddingKind, Vectors>();
        for (var kind : EmbeddingKind.values()) {
            byKind.put(kind, new Vectors(ids, vectors));
        }
        project.embeddings().append(checkpoint, byKind);
        project.predictions().save(checkpoint, predictions);
    }

    private String text() {
        var words = new ArrayList<String>();
        int length = 4 + random.nextInt(28);
        for (int i = 0; i < length; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    private BufferedImage draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour(), WIDTH, HEIGHT, colour()));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 900; i++) {
            graphics.setColor(colour());
            int size = 4 + random.nextInt(90);
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size);
        }
        graphics.dispose();
        // A sensor's grain: without it a drawing takes a fifth of a photo's bytes.
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grain = (int) (6 * random.nextGaussian());
                int rgb = image.getRGB(x, y);
                image.setRGB(x, y, clamp((rgb >> 16 & 255) + grain) << 16 | clamp((rgb >> 8 & 255) + grain) << 8
                        | clamp((rgb & 255) + grain));
            }
        }
        return image;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }

    private Color colour() {
        return new Color(random.nextInt(1 << 24));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.75f);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
