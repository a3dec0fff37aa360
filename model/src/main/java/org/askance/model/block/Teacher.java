package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// The bundled teacher, a CLIP in small: CLIP's text tower, and for images the student's own kind of
/// encoder, so that a student can start from it. The image embedding is the projected mean of its tokens.
///
/// | tensor     | shape |
/// |------------|-------|
/// | embeddings | `(B, text.projected)`, not normalised |
public record Teacher(ClipText text, ImageEncoder image) implements TeacherNetwork {

    @Override
    public List<WeightSpec> weights() {
        return new WeightSpecs().all("", text.weights()).all(Clfa.IMAGE_ENCODER, image.weights())
                .add(WeightSpec.matrix("visual_projection.weight", text.projected(), image.width()))
                .add(WeightSpec.constant("logit_scale", Math.log(1 / 0.07))).list();
    }

    @Override
    public int projected() {
        return text.projected();
    }

    @Override
    public NDArray embedTexts(Pass pass, NDArray ids, NDArray ends) {
        return text.forward(pass, "", ids, ends);
    }

    @Override
    public NDArray embedImages(Pass pass, NDArray pixels) {
        var tokens = image.forward(pass, Clfa.IMAGE_ENCODER, pixels);
        return pass.call("project", pass.call("pool_all", tokens), pass.weight("visual_projection.weight"));
    }

    /// Where each text ends: its last id is the end-of-text token.
    public static long[] ends(List<long[]> ids) {
        return ids.stream().mapToLong(row -> row.length - 1L).toArray();
    }

    /// CLIP's loss over a batch of texts and the images they describe.
    public NDArray loss(Pass pass, NDArray ids, NDArray ends, NDArray pixels) {
        return Losses.contrast(pass, embedTexts(pass, ids, ends), embedImages(pass, pixels),
                pass.weight("logit_scale"));
    }
}
