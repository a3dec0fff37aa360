package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.Task;
import org.jspecify.annotations.Nullable;

/// CLFA (Zhang, Chang, Wu 2024, arXiv 2403.06355): text and image tokens are projected to one width, the
/// text attends itself, the image and, where given, a knowledge text, layer by layer; the mean over real
/// text tokens feeds one linear head per task.
///
/// | tensor             | shape                     |
/// |--------------------|---------------------------|
/// | text tokens        | `(B, T)` ids, `(B, T)` mask of 1 and 0, float32 |
/// | image tokens       | `(B, P, image width)`, hidden states of the image encoder |
/// | aligned text, image| `(B, width)`, means of projected tokens, not normalised |
/// | fused              | `(B, width)`              |
/// | logits of a task   | `(B, labels)`             |
///
/// @param width        of projected tokens and fusion
/// @param fusionLayers N of the paper
/// @param feedForward  inner width of a fusion layer
/// @param knowledge    whether there are weights for a knowledge text
public record Clfa(TextEncoder text, ImageEncoder image, int width, int fusionLayers, int fusionHeads, int feedForward,
        List<Task> tasks, boolean knowledge) {

    /// Prefix of the image encoder's weights.
    public static final String IMAGE_ENCODER = "image_encoder.";

    /// Prefix of the text encoder's weights.
    public static final String TEXT_ENCODER = "text_encoder.";

    /// Prefix of the heads' weights.
    public static final String HEADS = "heads.";

    private static final List<String> STREAMS = List.of("text", "image", "knowledge");
    private static final float PADDING_BIAS = -10_000f;

    public Clfa {
        tasks = List.copyOf(tasks);
    }

    /// The same with heads for other tasks.
    public Clfa with(List<Task> others) {
        return new Clfa(text, image, width, fusionLayers, fusionHeads, feedForward, others, knowledge);
    }

    public List<WeightSpec> weights() {
        var specs = new WeightSpecs();
        specs.all(TEXT_ENCODER, text.weights()).all(IMAGE_ENCODER, image.weights());
        specs.linear("text_projection.0", 2L * text.width(), text.width())
                .linear("text_projection.2", width, 2L * text.width())
                .linear("image_projection.0", 2L * image.width(), image.width())
                .linear("image_projection.2", width, 2L * image.width());
        for (int i = 0; i < fusionLayers; i++) {
            String layer = "fusion." + i + ".";
            for (var stream : knowledge ? STREAMS : STREAMS.subList(0, 2)) {
                for (var part : List.of("query", "key", "value", "out")) {
                    specs.linear(layer + stream + "." + part, width, width);
                }
                specs.norm(layer + stream + ".norm", width);
            }
            specs.linear(layer + "up", feedForward, width).linear(layer + "down", width, feedForward)
                    .norm(layer + "norm", width);
        }
        tasks.forEach(task -> specs.linear(HEADS + task.name(), task.labels().size(), width));
        return specs.list();
    }

    /// What of a pair the network sees. One half alone is the baseline: the same layers, but nothing to
    /// attend to in the other.
    public enum Halves {
        BOTH, TEXT, IMAGE
    }

    /// Texts as the network takes them: ids and a mask of 1 (token) and 0 (padding).
    ///
    /// @param padded whether the mask holds any 0: attention needs no bias otherwise, and is faster without
    public record Tokens(NDArray ids, NDArray mask, boolean padded) {

        /// Pads texts to the longest of them.
        ///
        /// @param rows ids of each text, unpadded
        public static Tokens of(NDManager scope, List<long[]> rows) {
            int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
            var ids = new long[rows.size() * longest];
            var mask = new float[ids.length];
            for (int row = 0; row < rows.size(); row++) {
                System.arraycopy(rows.get(row), 0, ids, row * longest, rows.get(row).length);
                Arrays.fill(mask, row * longest, row * longest + rows.get(row).length, 1);
            }
            var shape = new Shape(rows.size(), longest);
            return new Tokens(scope.create(ids, shape), scope.create(mask, shape),
                    rows.stream().anyMatch(row -> row.length < longest));
        }

        @Nullable
        NDArray bias() {
            return !padded ? null : mask.sub(1).muli(-PADDING_BIAS).expandDims(1).expandDims(1);
        }
    }

    /// What a batch gives; the rows of all tensors are the batch's pairs. `logits` by task name; of a half
    /// that was not seen there is no aligned embedding.
    public record States(@Nullable NDArray alignedText, @Nullable NDArray alignedImage, NDArray fused,
            Map<String, NDArray> logits) {}

    /// The image encoder's tokens of `pixels` `(B, 3, size, size)`: kept by callers whose encoder is frozen.
    public NDArray imageTokens(Pass pass, NDArray pixels) {
        return image.forward(pass, IMAGE_ENCODER, pixels);
    }

    /// The text encoder's states of `tokens`, `(B, T, text width)`: kept by callers whose encoder is frozen.
    public NDArray textStates(Pass pass, Tokens tokens) {
        return text.forward(pass, TEXT_ENCODER, tokens.ids(), tokens.bias());
    }

    /// Texts after the text encoder.
    ///
    /// @param tokens of which only the mask counts from here on
    /// @param states `(B, T, text width)`
    public record Encoded(Tokens tokens, NDArray states) {}

    /// `tokens` after the text encoder.
    public Encoded encode(Pass pass, Tokens tokens) {
        return new Encoded(tokens, textStates(pass, tokens));
    }

    /// Runs the whole network.
    ///
    /// @param knowledge a second text, for example read in the image; `null` if the network has no use for one
    public States forward(Pass pass, Tokens tokens, NDArray imageTokens, @Nullable Tokens knowledge) {
        return forward(pass, encode(pass, tokens), imageTokens, knowledge == null ? null : encode(pass, knowledge));
    }

    /// The same from the encoders' states on.
    public States forward(Pass pass, Encoded text, NDArray imageTokens, @Nullable Encoded knowledge) {
        var tokens = text.tokens();
        var textBias = tokens.bias();
        var t = projectText(pass, text.states());
        var i = projectImage(pass, imageTokens);
        var k = known(pass, knowledge);
        var f = t;
        for (int layer = 0; layer < fusionLayers; layer++) {
            f = fuse(pass, "fusion." + layer + ".", f, textBias, i, k);
        }
        var fused = pass.call("pool", f, tokens.mask());
        return new States(pass.call("pool", t, tokens.mask()), pass.call("pool_all", i), fused, logits(pass, fused));
    }

    /// What one fusion layer looks at, averaged over its heads: each text token at the text tokens `(B, T, T)`,
    /// then at the image tokens `(B, T, P)`. Rows add up to 1.
    public record Looks(NDArray atText, NDArray atImage) {}

    /// The looks of every fusion layer. For texts without padding only.
    ///
    /// @param knowledge as for [#forward]
    public List<Looks> looks(Pass pass, Tokens tokens, NDArray imageTokens, @Nullable Tokens knowledge) {
        if (tokens.padded()) {
            throw new IllegalArgumentException("texts of one length are needed");
        }
        var f = projectText(pass, textStates(pass, tokens));
        var i = projectImage(pass, imageTokens);
        var k = knowledge == null ? null : known(pass, encode(pass, knowledge));
        var looks = new ArrayList<Looks>();
        for (int n = 0; n < fusionLayers; n++) {
            String layer = "fusion." + n + ".";
            var atText = look(pass, layer + "text.", f, f);
            var t = attend(pass, layer + "text.", f, f, null);
            looks.add(new Looks(atText, look(pass, layer + "image.", t, i)));
            t = attend(pass, layer + "image.", t, i, null);
            f = feed(pass, layer, k == null ? t : attend(pass, layer + "knowledge.", t, k.states, k.bias));
        }
        return looks;
    }

    private NDArray look(Pass pass, String prefix, NDArray x, NDArray y) {
        return pass.plain("attention_weights").with(x, y).layers(prefix, "query", "key")
                .with(pass.heads(fusionHeads)).run();
    }

    /// The baseline that reads only the words.
    public States forwardText(Pass pass, Tokens tokens) {
        return forwardText(pass, tokens, textStates(pass, tokens));
    }

    /// The same from the text encoder's states on.
    public States forwardText(Pass pass, Tokens tokens, NDArray textStates) {
        var textBias = tokens.bias();
        var t = projectText(pass, textStates);
        var f = t;
        for (int layer = 0; layer < fusionLayers; layer++) {
            f = fuse(pass, "fusion." + layer + ".", f, textBias, null, null);
        }
        var fused = pass.call("pool", f, tokens.mask());
        return new States(pass.call("pool", t, tokens.mask()), null, fused, logits(pass, fused));
    }

    /// The baseline that sees only the picture: its tokens take the text's place.
    public States forwardImage(Pass pass, NDArray imageTokens) {
        var i = projectImage(pass, imageTokens);
        var f = i;
        for (int n = 0; n < fusionLayers; n++) {
            String layer = "fusion." + n + ".";
            f = attend(pass, layer + "text.", f, f, null);
            f = feed(pass, layer, f);
        }
        var fused = pass.call("pool_all", f);
        return new States(null, pass.call("pool_all", i), fused, logits(pass, fused));
    }

    private Map<String, NDArray> logits(Pass pass, NDArray fused) {
        var logits = new LinkedHashMap<String, NDArray>();
        for (var task : tasks) {
            logits.put(task.name(), pass.plain("linear").with(pass.drop(fused)).layers(HEADS, task.name()).run());
        }
        return logits;
    }

    /// A knowledge text as fusion attends to it, projected.
    private record Known(NDArray states, @Nullable NDArray bias) {}

    private static @Nullable Known known(Pass pass, @Nullable Encoded knowledge) {
        return knowledge == null
                ? null
                : new Known(projectText(pass, knowledge.states()), knowledge.tokens().bias());
    }

    private static NDArray projectText(Pass pass, NDArray hidden) {
        return pass.sublayer("perceptron").with(hidden).layers("text_projection.", "0", "2").run();
    }

    private static NDArray projectImage(Pass pass, NDArray imageTokens) {
        return pass.sublayer("perceptron").with(imageTokens).layers("image_projection.", "0", "2").run();
    }

    private NDArray fuse(Pass pass, String layer, NDArray text, @Nullable NDArray textBias, @Nullable NDArray image,
            @Nullable Known knowledge) {
        var t = attend(pass, layer + "text.", text, text, textBias);
        if (image != null) {
            t = attend(pass, layer + "image.", t, image, null);
        }
        if (knowledge != null) {
            t = attend(pass, layer + "knowledge.", t, knowledge.states, knowledge.bias);
        }
        return feed(pass, layer, t);
    }

    private static NDArray feed(Pass pass, String layer, NDArray x) {
        return pass.sublayer("post_feed").with(x).layers(layer, "up", "down", "norm").run();
    }

    private NDArray attend(Pass pass, String prefix, NDArray x, NDArray y, @Nullable NDArray bias) {
        var call = pass.sublayer(bias == null ? "post_attend_free" : "post_attend").with(x, y)
                .layers(prefix, "query", "key", "value", "out", "norm").with(pass.heads(fusionHeads));
        return (bias == null ? call : call.with(bias)).run();
    }

    /// The embeddings that views show: `rows` of `(B, width)` at length 1.
    public static NDArray unit(Pass pass, NDArray rows) {
        return pass.call("unit", rows);
    }

    /// `(B, labels)` logits to probabilities.
    public static NDArray probabilities(Pass pass, NDArray logits) {
        return pass.call("softmax", logits);
    }
}
