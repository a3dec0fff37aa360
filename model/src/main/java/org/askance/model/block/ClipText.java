package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// CLIP's text tower (Radford et al. 2021, arXiv 2103.00020): causal, pre-LayerNorm, eps 1e-5,
/// quick-GELU. Weights are named as in Hugging Face's `CLIPModel`, `text_projection` included.
///
/// | tensor     | shape |
/// |------------|-------|
/// | ids        | `(B, T)` int64 |
/// | ends       | `(B)` int64: where each text's end-of-text token stands. Nothing after it is seen, as attention is causal |
/// | embedding  | `(B, projected)`, not normalised |
public record ClipText(int vocabulary, int width, int layers, int heads, int feedForward, int places, int projected) {

    public List<WeightSpec> weights() {
        var specs = new WeightSpecs();
        specs.add(WeightSpec.matrix("text_model.embeddings.token_embedding.weight", vocabulary, width));
        specs.add(WeightSpec.matrix("text_model.embeddings.position_embedding.weight", places, width));
        ClipLayers.weights(specs, "text_model.encoder.layers.", layers, width, feedForward);
        specs.norm("text_model.final_layer_norm", width);
        return specs.add(WeightSpec.matrix("text_projection.weight", projected, width)).list();
    }

    public NDArray forward(Pass pass, String prefix, NDArray ids, NDArray ends) {
        String model = prefix + "text_model.";
        var x = pass.call("word_embedding", ids, pass.weight(model + "embeddings.token_embedding.weight"),
                pass.weight(model + "embeddings.position_embedding.weight"));
        x = ClipLayers.forward(pass, model + "encoder.layers.", layers, heads, "clip_attend_causal", x);
        x = pass.plain("norm5").with(x).layers(model, "final_layer_norm").run();
        return pass.call("project", pass.call("row", x, ends), pass.weight(prefix + "text_projection.weight"));
    }
}
