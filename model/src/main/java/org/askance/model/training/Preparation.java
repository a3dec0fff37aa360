package org.askance.model.training;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.device.Compute;
import org.askance.model.inference.TeacherEmbedder;
import org.askance.model.input.Exif;
import org.askance.model.input.Pictures;
import org.askance.model.input.RgbImage;
import org.askance.model.input.Tokenizer;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Turns labelled pairs into [PreparedPairs]: decodes pictures on all cores and runs whatever is frozen once.
/// Features go to files in `folder` and live until [#close]; the teacher's embeddings stay there for the next
/// training.
final class Preparation implements AutoCloseable {

    private final Compute compute;
    private final CheckpointConfig.Student config;
    private final Pass pass;
    private final Tokenizer tokenizer;
    private final Learning learning;
    private final int atOnce;
    private final BooleanSupplier cancelled;
    private final Path folder;
    private final @Nullable Teacher teacher;
    private final List<DiskRows> features = new ArrayList<>();

    private record Teacher(TeacherEmbedder embedder, TeacherCache text, TeacherCache image) {}

    /// @param teacher `null` when nothing is aligned
    /// @param folder  for features and the teacher's embeddings
    Preparation(Compute compute, CheckpointConfig.Student config, Pass pass, Tokenizer tokenizer,
            @Nullable TeacherEmbedder teacher, @Nullable Path teacherFolder, TrainingPlan plan, Path folder,
            BooleanSupplier cancelled) {
        this.compute = compute;
        this.config = config;
        this.pass = pass;
        this.tokenizer = tokenizer;
        this.learning = plan.learning();
        this.atOnce = plan.lookedAtOnce();
        this.folder = folder;
        this.cancelled = cancelled;
        this.teacher = teacher == null || teacherFolder == null
                ? null
                : new Teacher(teacher, TeacherCache.open(folder, teacherFolder, "text", teacher.width()),
                        TeacherCache.open(folder, teacherFolder, seen(config.image().exif()), teacher.width()));
    }

    /// The teacher sees photos as the student does; what it made of them otherwise is of no use.
    private static String seen(Exif exif) {
        return switch (exif) {
            case UPRIGHT -> "image";
            case IGNORED -> "image-as-stored";
        };
    }

    /// Hears how many pairs are done.
    @FunctionalInterface
    interface Done {
        void add(int pairs);
    }

    /// Readable pairs of one batch.
    private static final class Decoded {
        final List<LabelledPair> pairs = new ArrayList<>();
        final List<RgbImage> forStudent = new ArrayList<>();
        final List<RgbImage> forTeacher = new ArrayList<>();

        List<String> texts() {
            return pairs.stream().map(pair -> pair.pair().text()).toList();
        }
    }

    /// @throws CancellationException if cancelled
    PreparedPairs prepare(List<LabelledPair> pairs, Done done) {
        var kept = new ArrayList<LabelledPair>();
        var texts = new PreparedPairs.Texts(new ArrayList<>(), rows());
        var knowledge = config.network().knowledge() ? new PreparedPairs.Texts(new ArrayList<>(), rows()) : null;
        var images = rows();
        var teacherText = new ArrayList<float[]>();
        var teacherImage = new ArrayList<float[]>();
        var unreadable = new ArrayList<Told>();
        for (int from = 0; from < pairs.size(); from += atOnce) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            var batch = pairs.subList(from, Math.min(pairs.size(), from + atOnce));
            var readable = read(batch, unreadable);
            if (!readable.pairs.isEmpty()) {
                kept.addAll(readable.pairs);
                add(texts, tokenizer.ids(readable.texts()));
                var known = config.knowledge(tokenizer, readable.pairs.stream().map(LabelledPair::pair).toList());
                if (knowledge != null && known != null) {
                    add(knowledge, known);
                }
                images.addAll(images(readable.forStudent));
                if (teacher != null) {
                    embed(teacher, readable, teacherText, teacherImage);
                }
            }
            done.add(batch.size());
        }
        return new PreparedPairs(texts, knowledge, images, imageShape(), teacherText, teacherImage,
                PreparedPairs.labels(kept, config.network().tasks()), unreadable);
    }

    private void add(PreparedPairs.Texts texts, List<long[]> ids) {
        texts.ids().addAll(ids);
        if (learning.textFrozen()) {
            texts.states().addAll(textStates(ids));
        }
    }

    private DiskRows rows() {
        var rows = DiskRows.in(folder);
        features.add(rows);
        return rows;
    }

    private Decoded read(List<LabelledPair> batch, List<Told> unreadable) {
        var shapes = teacher == null
                ? List.of(config.image())
                : List.of(config.image(), teacher.embedder.imageShape().with(config.image().exif()));
        var pictures = Pictures.read(batch.stream().map(pair -> pair.pair().image()).toList(), shapes);
        var readable = new Decoded();
        for (int i = 0; i < batch.size(); i++) {
            switch (pictures.get(i)) {
                case Pictures.Picture.Ready(List<RgbImage> fitted) -> {
                    readable.pairs.add(batch.get(i));
                    readable.forStudent.add(fitted.getFirst());
                    readable.forTeacher.add(fitted.getLast());
                }
                case Pictures.Picture.Unreadable(Told told) -> unreadable.add(told);
            }
        }
        return readable;
    }

    private static void embed(Teacher teacher, Decoded readable, List<float[]> text, List<float[]> image) {
        var texts = readable.texts();
        text.addAll(teacher.text.of(texts.stream().map(TeacherCache::hash).toList(),
                missing -> teacher.embedder.embedTexts(Arrays.stream(missing).mapToObj(texts::get).toList())));
        image.addAll(teacher.image.of(
                readable.pairs.stream().map(pair -> TeacherCache.ofFile(pair.pair().image())).toList(),
                missing -> teacher.embedder
                        .embedImages(Arrays.stream(missing).mapToObj(readable.forTeacher::get).toList())));
    }

    private Shape imageShape() {
        int size = config.image().size();
        var image = config.network().image();
        return learning.imageFrozen() ? new Shape(image.tokens(), image.width()) : new Shape(3, size, size);
    }

    private List<float[]> images(List<RgbImage> fitted) {
        float[] pixels = config.image().pixels(fitted);
        if (!learning.imageFrozen()) {
            return PreparedPairs.rows(pixels, fitted.size());
        }
        int size = config.image().size();
        Clfa network = config.network();
        return compute.call(scope -> PreparedPairs.rows(
                network.imageTokens(pass, scope.create(pixels, new Shape(fitted.size(), 3, size, size)))
                        .toFloatArray(),
                fitted.size()));
    }

    private List<float[]> textStates(List<long[]> ids) {
        Clfa network = config.network();
        int width = network.text().width();
        return compute.call(scope -> {
            var padded = PreparedPairs.rows(
                    network.textStates(pass, Clfa.Tokens.of(scope, ids)).toFloatArray(), ids.size());
            var states = new ArrayList<float[]>();
            for (int i = 0; i < ids.size(); i++) {
                states.add(Arrays.copyOf(padded.get(i), ids.get(i).length * width));
            }
            return states;
        });
    }

    @Override
    public void close() {
        features.forEach(DiskRows::close);
        if (teacher != null) {
            teacher.text.close();
            teacher.image.close();
        }
    }
}
