package org.askance.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.askance.model.block.Parity;
import org.askance.model.block.WeightSpec;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ordinary folders as `save_pretrained` writes them, and what is wrong with others.
class HuggingFaceFolderTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private static Map<String, float[]> weights(Path from, List<WeightSpec> specs) {
        return COMPUTE.call(_ -> {
            try (var weights = HuggingFaceFolder.weights(from, COMPUTE.newManager(), specs)) {
                return weights.values();
            }
        });
    }

    private Path copy(String name) throws IOException {
        var copy = Files.createDirectories(folder.resolve(name));
        try (var files = Files.list(Parity.path(name))) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path config, Consumer<ObjectNode> change) throws IOException {
        var json = (ObjectNode) new ObjectMapper().readTree(config.toFile());
        change.accept(json);
        new ObjectMapper().writeValue(config.toFile(), json);
    }

    @Test
    void sizesAreReadFromTheConfig() {
        var text = HuggingFaceFolder.text(Parity.path("bert"));
        assertThat(List.of(text.vocabulary(), text.width(), text.layers(), text.heads(), text.places()))
                .containsExactly(600, 32, 2, 4, 80);
        var image = HuggingFaceFolder.image(Parity.path("vit"));
        assertThat(List.of(image.size(), image.patch(), image.tokens())).containsExactly(32, 8, 17);
        var clip = HuggingFaceFolder.clip(Parity.path("clip"));
        assertThat(List.of(clip.text().places(), clip.image().size(), clip.projected())).containsExactly(77, 32, 32);
    }

    @Test
    void aPickledFileGivesTheSameWeightsAsSafetensors() {
        var specs = HuggingFaceFolder.text(Parity.path("bert")).weights();
        var safe = weights(Parity.path("bert"), specs);
        var pickled = weights(Parity.path("bert-pickled"), specs);
        assertThat(pickled.keySet()).isEqualTo(safe.keySet());
        safe.forEach((name, values) -> assertThat(pickled.get(name)).as(name).isEqualTo(values));
    }

    @Test
    void aPickleThatWantsToRunSomethingIsRefused() {
        assertThatThrownBy(() -> PickledTensors.open(Parity.path("evil.bin"))).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("evil.bin asks for posix.system").hasMessageContaining("it was not run");
        assertThat(Path.of("/tmp/askance-evil")).doesNotExist();
    }

    @Test
    void shardsAreJoinedByTheirIndex() throws IOException {
        var sharded = copy("bert");
        var specs = HuggingFaceFolder.text(sharded).weights();
        var whole = weights(sharded, specs);
        split(sharded);
        assertThat(sharded.resolve("model.safetensors")).doesNotExist();
        weights(sharded, specs).forEach((name, values) -> assertThat(values).as(name).isEqualTo(whole.get(name)));
        Files.delete(sharded.resolve("model-2.safetensors"));
        assertThatThrownBy(() -> weights(sharded, specs)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("model-2.safetensors is missing");
        Files.writeString(sharded.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"../elsewhere.safetensors\"}}");
        assertThatThrownBy(() -> weights(sharded, specs)).hasMessageContaining("outside its folder");
    }

    @Test
    void aWeightThatIsNoNumberIsNamed() throws IOException {
        var bert = copy("bert");
        var specs = HuggingFaceFolder.text(bert).weights();
        var values = weights(bert, specs);
        Objects.requireNonNull(values.get("encoder.layer.1.output.dense.bias"))[3] = Float.NaN;
        SafeTensorsWriter.write(bert.resolve("model.safetensors"), specs.stream()
                .map(spec -> new SafeTensorsWriter.Tensor(spec.name(), spec.shape().getShape(),
                        Objects.requireNonNull(values.get(spec.name()))))
                .toList(), Map.of());
        assertThatThrownBy(() -> weights(bert, specs)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("The weight encoder.layer.1.output.dense.bias in")
                .hasMessageContaining("no number");
    }

    private static void split(Path sharded) throws IOException {
        var map = new LinkedHashMap<String, String>();
        try (var file = SafeTensors.open(sharded.resolve("model.safetensors"))) {
            var halves = List.of(new ArrayList<SafeTensorsWriter.Tensor>(), new ArrayList<SafeTensorsWriter.Tensor>());
            for (var name : file.names()) {
                FloatBuffer values = file.floats(name);
                var array = new float[values.remaining()];
                values.get(array);
                int half = map.size() % 2;
                halves.get(half).add(
                        new SafeTensorsWriter.Tensor(name, Objects.requireNonNull(file.shape(name)), array));
                map.put(name, "model-" + (half + 1) + ".safetensors");
            }
            for (int half = 0; half < 2; half++) {
                SafeTensorsWriter.write(sharded.resolve("model-" + (half + 1) + ".safetensors"), halves.get(half),
                        Map.of());
            }
        }
        Files.delete(sharded.resolve("model.safetensors"));
        new ObjectMapper().writeValue(sharded.resolve("model.safetensors.index.json").toFile(),
                Map.of("weight_map", map));
    }

    @Test
    void missingExtraAndMisshapenWeightsAreNamed() throws IOException {
        var bert = copy("bert");
        edit(bert.resolve("config.json"), config -> config.put("num_hidden_layers", 3));
        assertThatThrownBy(() -> weights(bert, HuggingFaceFolder.text(bert).weights()))
                .hasMessageContaining("encoder.layer.2.attention.self.query.weight is missing");
        edit(bert.resolve("config.json"), config -> config.put("num_hidden_layers", 1));
        assertThatThrownBy(() -> weights(bert, HuggingFaceFolder.text(bert).weights()))
                .hasMessageContaining("encoder.layer.1.").hasMessageContaining("belongs to no part of the network");
        edit(bert.resolve("config.json"), config -> config.put("num_hidden_layers", 2).put("vocab_size", 601));
        assertThatThrownBy(() -> weights(bert, HuggingFaceFolder.text(bert).weights()))
                .hasMessageContaining("embeddings.word_embeddings.weight is [600, 32] instead of [601, 32]");
    }

    @Test
    void whatOurBlocksDoNotComputeIsRefused() throws IOException {
        var bert = copy("bert");
        edit(bert.resolve("config.json"), config -> config.put("hidden_act", "relu"));
        assertThatThrownBy(() -> HuggingFaceFolder.text(bert)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("hidden_act = relu, but only gelu is supported");
        assertThatThrownBy(() -> HuggingFaceFolder.image(Parity.path("bert")))
                .hasMessageContaining("holds a model of type ‘bert’, but one of type ‘vit’ is needed");
        Files.writeString(bert.resolve("config.json"), "{");
        assertThatThrownBy(() -> HuggingFaceFolder.text(bert)).hasMessageContaining("not JSON");
        Files.delete(bert.resolve("config.json"));
        assertThatThrownBy(() -> HuggingFaceFolder.text(bert)).hasMessageContaining("lacks config.json");
        assertThatThrownBy(() -> TensorFiles.open(folder)).hasMessageContaining("holds no weights");
    }

    @Test
    void damagedPicklesAreSentences() throws IOException {
        var whole = Files.readAllBytes(Parity.path("bert-pickled/pytorch_model.bin"));
        var random = new java.util.Random(3);
        for (int i = 0; i < 300; i++) {
            var bytes = java.util.Arrays.copyOf(whole,
                    i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = 0; k < 20 && bytes.length > 0; k++) {
                // The pickle stands at the start, the directory at the end.
                int at = random.nextBoolean()
                        ? random.nextInt(Math.min(4_000, bytes.length))
                        : bytes.length - 1 - random.nextInt(Math.min(4_000, bytes.length));
                bytes[at] = (byte) random.nextInt();
            }
            var file = Files.write(folder.resolve("pytorch_model.bin"), bytes);
            try (var tensors = PickledTensors.open(file)) {
                assertThat(tensors.names()).isNotEmpty();
            } catch (CheckpointException e) {
                assertThat(e).hasMessageContaining("pytorch_model.bin");
            }
        }
    }
}
