package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// BERT without its pooler (Devlin et al. 2018, arXiv 1810.04805): post-LayerNorm, eps 1e-12, GELU (erf).
/// Weights are named as in Hugging Face's `BertModel`. Dropout acts on hidden states, not on attention
/// probabilities: PyTorch's fast attention on the CPU has none.
///
/// | tensor          | shape       |
/// |-----------------|-------------|
/// | ids             | `(B, T)` int64 |
/// | attention bias  | `(B, 1, 1, T)`, 0 for a real token, very negative for padding; none where nothing is padded |
/// | hidden states   | `(B, T, width)` |
public record TextEncoder(int vocabulary, int width, int layers, int heads, int feedForward, int places) {

    private static final int TOKEN_TYPES = 2;

    public List<WeightSpec> weights() {
        var specs = new WeightSpecs();
        specs.add(WeightSpec.matrix("embeddings.word_embeddings.weight", vocabulary, width));
        specs.add(WeightSpec.matrix("embeddings.position_embeddings.weight", places, width));
        specs.add(WeightSpec.normal("embeddings.token_type_embeddings.weight", new Shape(TOKEN_TYPES, width), width));
        specs.norm("embeddings.LayerNorm", width);
        for (int i = 0; i < layers; i++) {
            String layer = "encoder.layer." + i + ".";
            specs.linear(layer + "attention.self.query", width, width)
                    .linear(layer + "attention.self.key", width, width)
                    .linear(layer + "attention.self.value", width, width)
                    .linear(layer + "attention.output.dense", width, width)
                    .norm(layer + "attention.output.LayerNorm", width)
                    .linear(layer + "intermediate.dense", feedForward, width)
                    .linear(layer + "output.dense", width, feedForward).norm(layer + "output.LayerNorm", width);
        }
        return specs.list();
    }

    /// @param prefix where the weights are, for example `text_encoder.`
    public NDArray forward(Pass pass, String prefix, NDArray ids, @Nullable NDArray bias) {
        String embeddings = prefix + "embeddings.";
        var x = pass.plain("bert_embedding").with(ids, pass.weight(embeddings + "word_embeddings.weight"),
                pass.weight(embeddings + "position_embeddings.weight"),
                pass.weight(embeddings + "token_type_embeddings.weight")).layers(embeddings, "LayerNorm").run();
        x = pass.drop(x);
        for (int i = 0; i < layers; i++) {
            String layer = prefix + "encoder.layer." + i + ".";
            var attend = pass.sublayer(bias == null ? "post_attend_free" : "post_attend").with(x, x)
                    .layers(layer, "attention.self.query", "attention.self.key", "attention.self.value",
                            "attention.output.dense", "attention.output.LayerNorm")
                    .with(pass.heads(heads));
            x = (bias == null ? attend : attend.with(bias)).run();
            x = pass.sublayer("post_feed").with(x).layers(layer, "intermediate.dense", "output.dense",
                    "output.LayerNorm").run();
        }
        return x;
    }
}
