package org.askance.model.block;

import ai.djl.ndarray.NDArray;

/// The transformer layers that both towers of CLIP share.
final class ClipLayers {

    private ClipLayers() {}

    static void weights(WeightSpecs specs, String prefix, int layers, int width, int feedForward) {
        for (int i = 0; i < layers; i++) {
            String layer = prefix + i + ".";
            specs.norm(layer + "layer_norm1", width).linear(layer + "self_attn.q_proj", width, width)
                    .linear(layer + "self_attn.k_proj", width, width).linear(layer + "self_attn.v_proj", width, width)
                    .linear(layer + "self_attn.out_proj", width, width).norm(layer + "layer_norm2", width)
                    .linear(layer + "mlp.fc1", feedForward, width).linear(layer + "mlp.fc2", width, feedForward);
        }
    }

    static NDArray forward(Pass pass, String prefix, int layers, int heads, String attend, NDArray hidden) {
        var x = hidden;
        for (int i = 0; i < layers; i++) {
            String layer = prefix + i + ".";
            x = pass.sublayer(attend).with(x).layers(layer, "layer_norm1", "self_attn.q_proj", "self_attn.k_proj",
                    "self_attn.v_proj", "self_attn.out_proj").with(pass.heads(heads)).run();
            x = pass.sublayer("clip_feed").with(x).layers(layer, "layer_norm2", "mlp.fc1", "mlp.fc2").run();
        }
        return x;
    }
}
