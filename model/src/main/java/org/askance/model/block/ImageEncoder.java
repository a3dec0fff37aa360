package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/// ViT without its pooler (Dosovitskiy et al. 2020, arXiv 2010.11929): pre-LayerNorm, eps 1e-12, GELU
/// (erf), all tokens after the final norm. Weights are named as in Hugging Face's `ViTModel`.
///
/// | tensor        | shape                 |
/// |---------------|-----------------------|
/// | pixels        | `(B, 3, size, size)`  |
/// | hidden states | `(B, 1 + (size/patch)², width)`, the class token first |
public record ImageEncoder(int size, int patch, int width, int layers, int heads, int feedForward) {

    /// Patches and the class token.
    public int tokens() {
        return 1 + (size / patch) * (size / patch);
    }

    public List<WeightSpec> weights() {
        var specs = new WeightSpecs();
        specs.add(WeightSpec.normal("embeddings.cls_token", new Shape(1, 1, width), width));
        specs.add(WeightSpec.normal("embeddings.position_embeddings", new Shape(1, tokens(), width), width));
        specs.add(WeightSpec.normal("embeddings.patch_embeddings.projection.weight",
                new Shape(width, 3, patch, patch), 3L * patch * patch));
        specs.add(WeightSpec.constant("embeddings.patch_embeddings.projection.bias", 0, width));
        for (int i = 0; i < layers; i++) {
            String layer = "encoder.layer." + i + ".";
            specs.norm(layer + "layernorm_before", width)
                    .linear(layer + "attention.attention.query", width, width)
                    .linear(layer + "attention.attention.key", width, width)
                    .linear(layer + "attention.attention.value", width, width)
                    .linear(layer + "attention.output.dense", width, width)
                    .norm(layer + "layernorm_after", width)
                    .linear(layer + "intermediate.dense", feedForward, width)
                    .linear(layer + "output.dense", width, feedForward);
        }
        return specs.norm("layernorm", width).list();
    }

    /// @param prefix where the weights are, for example `image_encoder.`
    public NDArray forward(Pass pass, String prefix, NDArray pixels) {
        String embeddings = prefix + "embeddings.";
        var x = pass.plain("patch_embedding").with(pixels).layers(embeddings, "patch_embeddings.projection")
                .with(pass.weight(embeddings + "cls_token"), pass.weight(embeddings + "position_embeddings")).run();
        x = pass.drop(x);
        for (int i = 0; i < layers; i++) {
            String layer = prefix + "encoder.layer." + i + ".";
            x = pass.sublayer("vit_attend").with(x)
                    .layers(layer, "layernorm_before", "attention.attention.query", "attention.attention.key",
                            "attention.attention.value", "attention.output.dense")
                    .with(pass.heads(heads)).run();
            x = pass.sublayer("vit_feed").with(x).layers(layer, "layernorm_after", "intermediate.dense",
                    "output.dense").run();
        }
        return pass.plain("norm").with(x).layers(prefix, "layernorm").run();
    }
}
