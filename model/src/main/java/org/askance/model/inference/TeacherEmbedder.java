package org.askance.model.inference;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.block.Teacher;
import org.askance.model.block.TeacherNetwork;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.device.Compute;
import org.askance.model.input.ImageShape;
import org.askance.model.input.RgbImage;
import org.askance.model.input.Tokenizer;

/// The frozen teacher's embeddings of texts and of pictures, [#width()] floats each, not normalised.
/// Safe from any thread; holds the weights until closed.
public final class TeacherEmbedder implements AutoCloseable {

    private static final int BATCH = 64;

    private final Compute compute;
    private final TeacherNetwork network;
    private final ImageShape shape;
    private final Tokenizer tokenizer;
    private final Weights weights;
    private final Pass pass;

    private TeacherEmbedder(Compute compute, TeacherNetwork network, ImageShape shape, Tokenizer tokenizer,
            Weights weights, Pass pass) {
        this.compute = compute;
        this.network = network;
        this.shape = shape;
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.pass = pass;
    }

    /// Opens a teacher of ours, or a Hugging Face folder of CLIP.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException if `folder` holds no usable teacher
    public static TeacherEmbedder open(Compute compute, Path folder) {
        if (HuggingFaceFolder.matches(folder)) {
            var clip = HuggingFaceFolder.clip(folder);
            var tokenizer = HuggingFaceFolder.tokenizer(folder, clip.text().places());
            var manager = compute.newManager();
            return compute.call(_ -> {
                var weights = HuggingFaceFolder.weights(folder, manager, clip.weights());
                return new TeacherEmbedder(compute, clip, HuggingFaceFolder.clipShape(clip), tokenizer, weights,
                        Pass.over(manager, weights, 0));
            });
        }
        var config = CheckpointFolder.teacher(folder);
        var tokenizer = CheckpointFolder.tokenizer(folder, config.mostTokens());
        var manager = compute.newManager();
        return compute.call(_ -> {
            var weights = CheckpointFolder.weights(folder, manager, config.weights());
            return new TeacherEmbedder(compute, config.network(), config.image(), tokenizer, weights,
                    Pass.over(manager, weights, 0));
        });
    }

    /// Width of the embeddings.
    public int width() {
        return network.projected();
    }

    public ImageShape imageShape() {
        return shape;
    }

    public float[][] embedTexts(List<String> texts) {
        var rows = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            var ids = tokenizer.ids(texts.subList(from, Math.min(texts.size(), from + BATCH)));
            compute.run(scope -> {
                var tokens = Clfa.Tokens.of(scope, ids);
                var ends = scope.create(Teacher.ends(ids));
                rows.addAll(rows(network.embedTexts(pass, tokens.ids(), ends).toFloatArray(), ids.size()));
            });
        }
        return rows.toArray(float[][]::new);
    }

    /// @param fitted pictures of [#imageShape()]
    public float[][] embedImages(List<RgbImage> fitted) {
        var rows = new ArrayList<float[]>();
        for (int from = 0; from < fitted.size(); from += BATCH) {
            var batch = fitted.subList(from, Math.min(fitted.size(), from + BATCH));
            var pixels = shape.pixels(batch);
            int size = shape.size();
            compute.run(scope -> {
                var array = scope.create(pixels, new Shape(batch.size(), 3, size, size));
                rows.addAll(rows(network.embedImages(pass, array).toFloatArray(), batch.size()));
            });
        }
        return rows.toArray(float[][]::new);
    }

    private static List<float[]> rows(float[] values, int count) {
        int width = values.length / count;
        var rows = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            rows.add(java.util.Arrays.copyOfRange(values, i * width, (i + 1) * width));
        }
        return rows;
    }

    /// Frees the weights. Doing it twice does no harm.
    @Override
    public void close() {
        compute.free(weights::close);
        tokenizer.close();
    }
}
