package org.askance.model.checkpoint;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.askance.model.block.ClipTeacher;
import org.askance.model.block.ClipText;
import org.askance.model.block.ClipVision;
import org.askance.model.block.ImageEncoder;
import org.askance.model.block.TextEncoder;
import org.askance.model.block.WeightSpec;
import org.askance.model.block.Weights;
import org.askance.model.input.ImageShape;
import org.askance.model.input.Tokenizer;
import org.askance.model.input.TokenizerJson;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.askance.model.told.ToldException;

/// An ordinary Hugging Face folder of BERT, ViT or CLIP, read as it is: `config.json`, weights, tokenizer.
/// What our blocks do not compute exactly as the config asks is refused, never approximated. Safe from any
/// thread.
public final class HuggingFaceFolder {

    private static final String CONFIG = "config.json";

    /// What a folder can be used for.
    public enum Kind {
        TEXT, IMAGE, TEACHER
    }

    private HuggingFaceFolder() {}

    /// Checks that everything is there to use the folder: a config that our blocks compute, each of its weights
    /// in its shape, and a tokenizer for texts. Reads names and shapes, no values.
    ///
    /// @throws CheckpointException naming what is missing or does not fit
    public static Kind verify(Path folder) {
        String type = config(folder).path("model_type").asText();
        return switch (type) {
            case "bert" -> verified(folder, Kind.TEXT, text(folder).weights());
            case "vit" -> verified(folder, Kind.IMAGE, image(folder).weights());
            case "clip" -> verified(folder, Kind.TEACHER, clip(folder).weights());
            default -> throw new CheckpointException(OfCheckpoint.OTHER_MODEL.with(folder, type));
        };
    }

    private static Kind verified(Path folder, Kind kind, List<WeightSpec> specs) {
        try (var file = TensorFiles.open(folder)) {
            HuggingFaceNames.match(file, specs);
        }
        return kind == Kind.IMAGE ? kind : withTokenizer(folder, _ -> kind);
    }

    /// Whether `folder` looks like one; ours name a `format`, theirs a `model_type`.
    public static boolean matches(Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(CONFIG)) && config(folder).has("model_type");
        } catch (CheckpointException _) {
            return false;
        }
    }

    /// The sizes of a BERT.
    ///
    /// @throws CheckpointException if the folder holds something else, or asks for what the block cannot do
    public static TextEncoder text(Path folder) {
        var config = of(folder, "bert");
        need(folder, config, "hidden_act", "gelu");
        need(folder, config, "layer_norm_eps", 1e-12);
        need(folder, config, "position_embedding_type", "absolute");
        need(folder, config, "type_vocab_size", 2);
        return new TextEncoder(size(folder, config, "vocab_size"), size(folder, config, "hidden_size"),
                size(folder, config, "num_hidden_layers"), size(folder, config, "num_attention_heads"),
                size(folder, config, "intermediate_size"), size(folder, config, "max_position_embeddings"));
    }

    /// The sizes of a ViT.
    ///
    /// @throws CheckpointException as for [#text]
    public static ImageEncoder image(Path folder) {
        var config = of(folder, "vit");
        need(folder, config, "hidden_act", "gelu");
        need(folder, config, "layer_norm_eps", 1e-12);
        need(folder, config, "num_channels", 3);
        need(folder, config, "qkv_bias", true);
        return new ImageEncoder(size(folder, config, "image_size"), size(folder, config, "patch_size"),
                size(folder, config, "hidden_size"), size(folder, config, "num_hidden_layers"),
                size(folder, config, "num_attention_heads"), size(folder, config, "intermediate_size"));
    }

    /// The sizes of a CLIP, both towers, projections included.
    ///
    /// @throws CheckpointException as for [#text]
    public static ClipTeacher clip(Path folder) {
        var config = of(folder, "clip");
        var text = config.path("text_config");
        var vision = config.path("vision_config");
        int projected = size(folder, config, "projection_dim");
        for (var tower : List.of(text, vision)) {
            need(folder, tower, "hidden_act", "quick_gelu");
            need(folder, tower, "layer_norm_eps", 1e-5);
        }
        need(folder, vision, "num_channels", 3);
        return new ClipTeacher(
                new ClipText(size(folder, text, "vocab_size", 49_408), size(folder, text, "hidden_size", 512),
                        size(folder, text, "num_hidden_layers", 12), size(folder, text, "num_attention_heads", 8),
                        size(folder, text, "intermediate_size", 2048),
                        size(folder, text, "max_position_embeddings", 77), projected),
                new ClipVision(size(folder, vision, "image_size", 224), size(folder, vision, "patch_size", 32),
                        size(folder, vision, "hidden_size", 768), size(folder, vision, "num_hidden_layers", 12),
                        size(folder, vision, "num_attention_heads", 12),
                        size(folder, vision, "intermediate_size", 3072), projected));
    }

    /// How CLIP wants its pictures.
    public static ImageShape clipShape(ClipTeacher teacher) {
        return ImageShape.clip(teacher.image().size());
    }

    /// Loads a network's weights from the folder onto `manager`, which becomes theirs. Tensor thread only.
    ///
    /// @param specs as the block names them, without any prefix of ours
    /// @throws CheckpointException naming every weight that is missing, extra or of another shape
    public static Weights weights(Path folder, NDManager manager, List<WeightSpec> specs) {
        try (var file = TensorFiles.open(folder)) {
            var names = HuggingFaceNames.match(file, specs);
            return Weights.of(manager, specs, spec -> finite(file, HuggingFaceNames.of(names, spec)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /// As [#weights], onto weights that are there already, whose names have `prefix` before the block's.
    public static void load(Path folder, Weights onto, String prefix, List<WeightSpec> specs) {
        try (var file = TensorFiles.open(folder)) {
            var names = HuggingFaceNames.match(file, specs);
            specs.forEach(spec -> onto.set(prefix + spec.name(), finite(file, HuggingFaceNames.of(names, spec))));
        }
    }

    /// Else the first loss would be no number, and the learning rate be blamed.
    private static FloatBuffer finite(TensorFile file, String name) {
        var values = file.floats(name);
        for (int i = values.position(); i < values.limit(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw new CheckpointException(OfCheckpoint.NO_NUMBER.with(name, file.file()));
            }
        }
        return values;
    }

    /// The folder's tokenizer.
    ///
    /// @throws CheckpointException if there is none that can be read
    public static Tokenizer tokenizer(Path folder, int mostTokens) {
        return withTokenizer(folder, file -> Tokenizer.open(file, mostTokens));
    }

    /// Copies the folder's `tokenizer.json` to `target`, building one where there is none.
    public static void copyTokenizer(Path folder, Path target) {
        withTokenizer(folder, file -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Path tokenizer) throws IOException;
    }

    private static <T> T withTokenizer(Path folder, Use<T> use) {
        try {
            var spare = Files.createTempFile("tokenizer", ".json");
            try {
                return use.of(TokenizerJson.of(folder, spare));
            } finally {
                Files.deleteIfExists(spare);
            }
        } catch (IOException e) {
            throw new CheckpointException(ToldException.of(e), e);
        }
    }

    private static JsonNode of(Path folder, String type) {
        var config = config(folder);
        String found = config.path("model_type").asText("nothing");
        if (!type.equals(found)) {
            throw new CheckpointException(OfCheckpoint.OTHER_TYPE.with(folder, found, type));
        }
        return config;
    }

    private static JsonNode config(Path folder) {
        var file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(OfCheckpoint.NO_CONFIG.with(folder));
        }
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new CheckpointException(OfCheckpoint.NO_JSON_FOLDER.with(file), e);
        } catch (IOException e) {
            throw new CheckpointException(OfCheckpoint.UNREADABLE.with(file, Told.plain(e.getMessage())), e);
        }
    }

    private static int size(Path folder, JsonNode config, String key) {
        return size(folder, config, key, 0);
    }

    /// @param usual what the format takes where the key is absent; 0 if it must be there
    private static int size(Path folder, JsonNode config, String key, int usual) {
        int value = config.path(key).asInt(usual);
        if (value < 1) {
            throw new CheckpointException(OfCheckpoint.NO_SIZE.with(folder.resolve(CONFIG), key));
        }
        return value;
    }

    /// @param only the one value that the block computes; it also stands where the key is absent
    private static void need(Path folder, JsonNode config, String key, Object only) {
        var node = config.path(key);
        boolean same = node.isMissingNode() || node.isNull() || switch (only) {
            case Double number -> Math.abs(node.asDouble() - number) < 1e-15;
            case Integer number -> node.asInt() == number;
            case Boolean flag -> node.asBoolean() == flag;
            default -> node.asText().equals(only);
        };
        if (!same) {
            throw new CheckpointException(
                    OfCheckpoint.UNSUPPORTED.with(folder.resolve(CONFIG), key, node.asText(), only));
        }
    }
}
