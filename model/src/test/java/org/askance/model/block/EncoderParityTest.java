package org.askance.model.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The encoders against Hugging Face transformers, on tiny random weights (fixtures: `parity`).
class EncoderParityTest {

    static final Compute COMPUTE = Compute.start();
    private static final float TOLERANCE = 2e-4f;

    static final TextEncoder BERT = new TextEncoder(600, 32, 2, 4, 96, 80);
    static final ImageEncoder VIT = new ImageEncoder(32, 8, 32, 2, 4, 96);

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @Test
    void bertGivesTheReferencesHiddenStates() {
        COMPUTE.run(scope -> {
            var pass = Parity.pass(scope, "bert/model.safetensors", BERT.weights(),
                    "pooler.dense.weight", "pooler.dense.bias");
            try (var file = Parity.open("encoders.safetensors")) {
                var mask = Parity.floatsOfLongs(scope, file, "bert.attention_mask");
                var tokens = new Clfa.Tokens(Parity.longs(scope, file, "bert.input_ids"), mask, true);
                var states = BERT.forward(pass, "", tokens.ids(), tokens.bias());
                // States of padding mean nothing, in the reference neither.
                var real = mask.expandDims(2);
                Parity.assertClose("bert", states.mul(real),
                        Parity.floats(scope, file, "bert.last_hidden_state").mul(real), TOLERANCE);
            }
        });
    }

    @Test
    void vitGivesTheReferencesHiddenStates() {
        COMPUTE.run(scope -> {
            var pass = Parity.pass(scope, "vit/model.safetensors", VIT.weights());
            try (var file = Parity.open("encoders.safetensors")) {
                var states = VIT.forward(pass, "", Parity.floats(scope, file, "vit.pixel_values"));
                assertThat(states.getShape().get(1)).isEqualTo(VIT.tokens());
                Parity.assertClose("vit", states, Parity.floats(scope, file, "vit.last_hidden_state"), TOLERANCE);
            }
        });
    }

    @Test
    void bothTowersOfClipGiveTheReferencesEmbeddings() {
        var text = new ClipText(500, 32, 2, 4, 96, 77, 32);
        var vision = new ClipVision(32, 8, 32, 2, 4, 96, 32);
        COMPUTE.run(scope -> {
            var specs = new WeightSpecs().all("", text.weights()).all("", vision.weights())
                    .add(WeightSpec.constant("logit_scale", 0)).list();
            var pass = Parity.pass(scope, "clip/model.safetensors", specs);
            try (var file = Parity.open("encoders.safetensors")) {
                var ids = Parity.longs(scope, file, "clip.input_ids");
                var ends = scope.create(firstOf(499, ids.toLongArray(), 77));
                Parity.assertClose("text", Clfa.unit(pass, text.forward(pass, "", ids, ends)),
                        Parity.floats(scope, file, "clip.text_embeds"), TOLERANCE);
                Parity.assertClose("image",
                        Clfa.unit(pass, vision.forward(pass, "", Parity.floats(scope, file, "clip.pixel_values"))),
                        Parity.floats(scope, file, "clip.image_embeds"), TOLERANCE);
            }
        });
    }

    private static long[] firstOf(long end, long[] ids, int columns) {
        var places = new long[ids.length / columns];
        for (int row = 0; row < places.length; row++) {
            while (ids[row * columns + (int) places[row]] != end) {
                places[row]++;
            }
        }
        return places;
    }

}
