package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.block.ImageEncoder;
import org.askance.model.block.Losses;
import org.askance.model.block.Parity;
import org.askance.model.block.Pass;
import org.askance.model.block.Precision;
import org.askance.model.block.TextEncoder;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.SafeTensors;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole network against a plain PyTorch CLFA (fixtures: `parity`): outputs, losses, the gradient of
/// every weight, and three optimizer steps. Tolerances are those of `parity/about.json`.
class ClfaParityTest {

    private static final Compute COMPUTE = Compute.start();
    private static final Clfa NETWORK = new Clfa(new TextEncoder(600, 32, 2, 4, 96, 80),
            new ImageEncoder(32, 8, 32, 2, 4, 96), 32, 3, 4, 128, List.of(Task.SARCASM, Task.SENTIMENT), true);
    private static final double TAU = 0.1;

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "knowledge"})
    void outputsLossesAndGradientsAreTheReferences(String name) {
        COMPUTE.run(scope -> {
            try (var file = Parity.open("clfa-" + name + ".safetensors")) {
                var weights = weights(scope, file);
                var network = new Case(scope, file, weights, name.equals("knowledge"));
                network.checkStates();
                new Case(scope, file, Pass.over(scope, weights, 0.1), name.equals("knowledge")).checkStates();
                weights.asMap().values().forEach(weight -> weight.setRequiresGradient(true));
                double loss = Backward.of(network::loss);
                assertThat(loss).isCloseTo(Parity.floats(scope, file, "loss.total").getFloat(), within(1e-3 * loss));
                int compared = 0;
                for (var weight : weights.asMap().entrySet()) {
                    String reference = "grad." + nameInMemory(weight.getKey());
                    if (file.names().contains(reference)) {
                        Parity.assertRelative(reference, weight.getValue().getGradient(),
                                Parity.floats(scope, file, reference), 1e-3f);
                        compared++;
                    }
                }
                // Every gradient of the reference has been met.
                assertThat(compared)
                        .isEqualTo(file.names().stream().filter(tensor -> tensor.startsWith("grad.")).count());
            }
        });
    }

    @Test
    void threeStepsFollowTheReferencesTrace() throws IOException {
        var trace = new ObjectMapper().readTree(Parity.path("adamw-trace.json").toFile());
        COMPUTE.run(scope -> {
            try (var file = Parity.open("clfa-plain.safetensors")) {
                var weights = weights(scope, file);
                var network = new Case(scope, file, weights, false);
                var optimizer = new AdamW(scope, List.copyOf(weights.asMap().values()), 0.01, 1.0);
                for (var step : trace) {
                    double loss = Backward.of(network::loss);
                    double norm = optimizer.step(step.get("lr").asDouble());
                    assertThat(loss).isCloseTo(step.get("loss").asDouble(), within(1e-3 * loss));
                    assertThat(norm).isCloseTo(step.get("grad_norm").asDouble(), within(1e-3 * norm));
                }
            }
        });
    }

    /// bfloat16 keeps 8 bits: each product is off by up to 0.4 %, and a gradient has seen dozens of them in a row.
    @ParameterizedTest
    @ValueSource(strings = {"plain", "knowledge"})
    void mixedPrecisionGivesTheReferencesLossAndGradientsButForRounding(String name) {
        COMPUTE.run(scope -> {
            try (var file = Parity.open("clfa-" + name + ".safetensors")) {
                var weights = weights(scope, file);
                var pass = Pass.over(scope, weights, 0, Precision.MIXED).training(true);
                var network = new Case(scope, file, pass, name.equals("knowledge"));
                weights.asMap().values().forEach(weight -> weight.setRequiresGradient(true));
                double loss = Backward.of(network::loss);
                double expected = Parity.floats(scope, file, "loss.total").getFloat();
                assertThat(loss).isNotEqualTo(expected).isCloseTo(expected, within(1e-2 * expected));
                var states = network.states();
                assertThat(states.fused().getDataType()).isEqualTo(DataType.FLOAT32);
                Parity.assertClose("fused", states.fused(), Parity.floats(scope, file, "fused"), 5e-2f);
                for (var weight : weights.asMap().entrySet()) {
                    String reference = "grad." + nameInMemory(weight.getKey());
                    if (file.names().contains(reference)) {
                        var gradient = weight.getValue().getGradient();
                        assertThat(gradient.getDataType()).isEqualTo(DataType.FLOAT32);
                        var expectedGradient = Parity.floats(scope, file, reference);
                        double distance = length(gradient.sub(expectedGradient));
                        // That of a key's bias is 0, and all that is seen of it is rounding.
                        assertThat(distance).as(reference)
                                .isLessThan(0.1 * Math.max(1e-2, length(expectedGradient)));
                    }
                }
            }
        });
    }

    private static double length(NDArray values) {
        return values.square().sum().sqrt().getFloat();
    }

    /// transformers 5 names the layers of a ViT in memory otherwise than in its files; the gradients were
    /// taken from memory.
    private static String nameInMemory(String name) {
        return !name.startsWith(Clfa.IMAGE_ENCODER)
                ? name
                : name.replace("encoder.layer.", "layers.").replace("attention.attention.query", "attention.q_proj")
                        .replace("attention.attention.key", "attention.k_proj")
                        .replace("attention.attention.value", "attention.v_proj")
                        .replace("attention.output.dense", "attention.o_proj")
                        .replace("intermediate.dense", "mlp.fc1").replace(".output.dense", ".mlp.fc2");
    }

    private static Weights weights(NDManager scope, SafeTensors file) {
        try (var text = Parity.open("bert/model.safetensors"); var image = Parity.open("vit/model.safetensors")) {
            return Weights.of(scope.newSubManager(), NETWORK.weights(), spec -> values(spec.name(), text, image, file));
        }
    }

    private static FloatBuffer values(String name, SafeTensors text, SafeTensors image, SafeTensors rest) {
        if (name.startsWith(Clfa.TEXT_ENCODER)) {
            return text.floats(name.substring(Clfa.TEXT_ENCODER.length()));
        }
        return name.startsWith(Clfa.IMAGE_ENCODER)
                ? image.floats(name.substring(Clfa.IMAGE_ENCODER.length()))
                : rest.floats("weight." + name);
    }

    /// The fixture's batch, in this network.
    private static final class Case {
        private final NDManager scope;
        private final SafeTensors file;
        private final Pass pass;
        private final boolean withKnowledge;

        Case(NDManager scope, SafeTensors file, Weights weights, boolean withKnowledge) {
            this(scope, file, Pass.over(scope, weights, 0).training(true), withKnowledge);
        }

        Case(NDManager scope, SafeTensors file, Pass pass, boolean withKnowledge) {
            this.scope = scope;
            this.file = file;
            this.pass = pass;
            this.withKnowledge = withKnowledge;
        }

        Clfa.States states() {
            return NETWORK.forward(pass, tokens("input_ids", "attention_mask"),
                    NETWORK.imageTokens(pass, Parity.floats(scope, file, "pixel_values")),
                    withKnowledge ? tokens("knowledge_ids", "knowledge_mask") : null);
        }

        private Clfa.Tokens tokens(String ids, String mask) {
            return new Clfa.Tokens(Parity.longs(scope, file, ids), Parity.floatsOfLongs(scope, file, mask), true);
        }

        NDArray loss() {
            var states = states();
            return alignText(states).add(alignImage(states)).add(Losses.classify(pass, states.logits(), labels()));
        }

        private NDArray alignText(Clfa.States states) {
            return Losses.align(pass, Objects.requireNonNull(states.alignedText()),
                    Parity.floats(scope, file, "teacher_text"), TAU);
        }

        private NDArray alignImage(Clfa.States states) {
            return Losses.align(pass, Objects.requireNonNull(states.alignedImage()),
                    Parity.floats(scope, file, "teacher_image"), TAU);
        }

        private Map<String, NDArray> labels() {
            var labels = new LinkedHashMap<String, NDArray>();
            NETWORK.tasks()
                    .forEach(task -> labels.put(task.name(), Parity.longs(scope, file, "labels." + task.name())));
            return labels;
        }

        void checkStates() {
            var states = states();
            close("aligned_text", Clfa.unit(pass, Objects.requireNonNull(states.alignedText())));
            close("aligned_image", Clfa.unit(pass, Objects.requireNonNull(states.alignedImage())));
            close("fused", states.fused());
            for (var task : NETWORK.tasks()) {
                var logits = Objects.requireNonNull(states.logits().get(task.name()));
                close("logits." + task.name(), logits);
                relative("loss." + task.name(),
                        Losses.classify(pass, logits, Objects.requireNonNull(labels().get(task.name()))));
            }
            relative("loss.align_text", alignText(states));
            relative("loss.align_image", alignImage(states));
        }

        private void close(String name, NDArray actual) {
            Parity.assertClose(name, actual, Parity.floats(scope, file, name), 2e-4f);
        }

        private void relative(String name, NDArray actual) {
            float expected = Parity.floats(scope, file, name).getFloat();
            assertThat(actual.getFloat()).as(name).isCloseTo(expected, within(1e-3f * Math.abs(expected)));
        }
    }
}
