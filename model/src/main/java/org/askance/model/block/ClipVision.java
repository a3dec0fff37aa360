package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/// CLIP's image tower (Radford et al. 2021, arXiv 2103.00020): a ViT with a norm before its layers and
/// no bias in the patch embedding; the class token's state is projected. Weights are named as in Hugging
/// Face's `CLIPModel`, `visual_projection` included.
///
/// | tensor    | shape                |
/// |-----------|----------------------|
/// | pixels    | `(B, 3, size, size)` |
/// | embedding | `(B, projected)`, not normalised |
public record ClipVision(int size, int patch, int width, int layers, int heads, int feedForward, int projected) {

    public List<WeightSpec> weights() {
        int places = 1 + (size / patch) * (size / patch);
        var specs = new WeightSpecs();
        specs.add(WeightSpec.normal("vision_model.embeddings.class_embedding", new Shape(width), width));
        specs.add(WeightSpec.normal("vision_model.embeddings.patch_embedding.weight",
                new Shape(width, 3, patch, patch), 3L * patch * patch));
        specs.add(WeightSpec.matrix("vision_model.embeddings.position_embedding.weight", places, width));
        // "layrnorm" is how the published files spell it.
        specs.norm("vision_model.pre_layrnorm", width);
        ClipLayers.weights(specs, "vision_model.encoder.layers.", layers, width, feedForward);
        specs.norm("vision_model.post_layernorm", width);
        return specs.add(WeightSpec.matrix("visual_projection.weight", projected, width)).list();
    }

    public NDArray forward(Pass pass, String prefix, NDArray pixels) {
        String model = prefix + "vision_model.";
        var x = pass.call("patch_embedding_free", pixels, pass.weight(model + "embeddings.patch_embedding.weight"),
                pass.weight(model + "embeddings.class_embedding"),
                pass.weight(model + "embeddings.position_embedding.weight"));
        x = pass.plain("norm5").with(x).layers(model, "pre_layrnorm").run();
        x = ClipLayers.forward(pass, model + "encoder.layers.", layers, heads, "clip_attend", x);
        x = pass.plain("norm5").with(x).layers(model, "post_layernorm").run();
        return pass.call("project", x.get(":, 0"), pass.weight(prefix + "visual_projection.weight"));
    }
}
