package org.askance.model.training;

import ai.djl.ndarray.types.Shape;
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
import org.askance.model.input.Pictures;
import org.askance.model.input.RgbImage;
import org.askance.model.input.Tokenizer;
import org.jspecify.annotations.Nullable;

/// Turns labelled pairs into [PreparedPairs]: decodes pictures on all cores, runs the frozen encoders once.
///
/// @param teacher `null` when nothing is aligned
record Preparation(Compute compute, CheckpointConfig.Student config, Pass pass, Tokenizer tokenizer,
        @Nullable TeacherEmbedder teacher, boolean imageEncoderLearns, BooleanSupplier cancelled) {

    private static final int BATCH = 64;

    /// Hears how many pairs are done.
    @FunctionalInterface
    interface Done {
        void add(int pairs);
    }

    /// @throws CancellationException if cancelled
    PreparedPairs prepare(List<LabelledPair> pairs, Done done) {
        var shapes = teacher == null ? List.of(config.image()) : List.of(config.image(), teacher.imageShape());
        var kept = new ArrayList<LabelledPair>();
        var ids = new ArrayList<long[]>();
        var images = new ArrayList<float[]>();
        var teacherText = new ArrayList<float[]>();
        var teacherImage = new ArrayList<float[]>();
        var unreadable = new ArrayList<String>();
        for (int from = 0; from < pairs.size(); from += BATCH) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            var batch = pairs.subList(from, Math.min(pairs.size(), from + BATCH));
            var pictures = Pictures.read(batch.stream().map(pair -> pair.pair().image()).toList(), shapes);
            var forStudent = new ArrayList<RgbImage>();
            var forTeacher = new ArrayList<RgbImage>();
            var texts = new ArrayList<String>();
            for (int i = 0; i < batch.size(); i++) {
                switch (pictures.get(i)) {
                    case Pictures.Picture.Ready(List<RgbImage> fitted) -> {
                        kept.add(batch.get(i));
                        texts.add(batch.get(i).pair().text());
                        forStudent.add(fitted.getFirst());
                        forTeacher.add(fitted.getLast());
                    }
                    case Pictures.Picture.Unreadable(String reason) -> unreadable.add(reason);
                }
            }
            if (!texts.isEmpty()) {
                ids.addAll(tokenizer.ids(texts));
                images.addAll(images(forStudent));
                if (teacher != null) {
                    teacherText.addAll(Arrays.asList(teacher.embedTexts(texts)));
                    teacherImage.addAll(Arrays.asList(teacher.embedImages(forTeacher)));
                }
            }
            done.add(batch.size());
        }
        return new PreparedPairs(ids, images, imageShape(), teacherText, teacherImage,
                PreparedPairs.labels(kept, config.network().tasks()), unreadable);
    }

    private Shape imageShape() {
        int size = config.image().size();
        var image = config.network().image();
        return imageEncoderLearns ? new Shape(3, size, size) : new Shape(image.tokens(), image.width());
    }

    private List<float[]> images(List<RgbImage> fitted) {
        float[] pixels = config.image().pixels(fitted);
        if (imageEncoderLearns) {
            return PreparedPairs.rows(pixels, fitted.size());
        }
        int size = config.image().size();
        Clfa network = config.network();
        return compute.call(scope -> PreparedPairs.rows(
                network.imageTokens(pass, scope.create(pixels, new Shape(fitted.size(), 3, size, size)))
                        .toFloatArray(),
                fitted.size()));
    }
}
