package org.askance.model.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.ZipInputStream;
import org.askance.model.block.ClipTeacher;
import org.askance.model.block.ClipText;
import org.askance.model.block.ClipVision;
import org.askance.model.block.ImageEncoder;
import org.askance.model.block.TextEncoder;
import org.askance.model.block.WeightSpec;
import org.askance.model.checkpoint.SafeTensorsWriter;

/// Writes folders of BERT-base, ViT-B/32 and CLIP ViT-B/32 with random weights and their real tokenizers, as
/// Hugging Face's `save_pretrained` would: what is measured does not depend on the weights' values.
public final class BaseSize {

    public static final TextEncoder BERT = new TextEncoder(30_522, 768, 12, 12, 3_072, 512);
    public static final ImageEncoder VIT = new ImageEncoder(224, 32, 768, 12, 12, 3_072);
    static final ClipTeacher CLIP = new ClipTeacher(new ClipText(49_408, 512, 12, 8, 2_048, 77, 512),
            new ClipVision(224, 32, 768, 12, 12, 3_072, 512));

    private BaseSize() {}

    /// Makes what is missing under `folder`: `bert`, `vit`, `clip`.
    public static void write(Path folder) throws IOException {
        write(folder.resolve("bert"), BERT.weights(),
                Map.of("model_type", "bert", "hidden_act", "gelu", "layer_norm_eps", 1e-12, "vocab_size", 30_522,
                        "hidden_size", 768, "num_hidden_layers", 12, "num_attention_heads", 12, "intermediate_size",
                        3_072, "max_position_embeddings", 512));
        write(folder.resolve("vit"), VIT.weights(),
                Map.of("model_type", "vit", "hidden_act", "gelu", "layer_norm_eps", 1e-12, "image_size", 224,
                        "patch_size", 32, "hidden_size", 768, "num_hidden_layers", 12, "num_attention_heads", 12,
                        "intermediate_size", 3_072));
        write(folder.resolve("clip"), CLIP.weights(), Map.of("model_type", "clip", "projection_dim", 512,
                "text_config",
                Map.of("hidden_act", "quick_gelu", "vocab_size", 49_408, "hidden_size", 512, "num_hidden_layers", 12,
                        "num_attention_heads", 8, "intermediate_size", 2_048, "max_position_embeddings", 77,
                        "layer_norm_eps", 1e-5, "eos_token_id", 49_407, "bos_token_id", 49_406),
                "vision_config", Map.of("hidden_act", "quick_gelu", "image_size", 224, "patch_size", 32,
                        "hidden_size", 768, "num_hidden_layers", 12, "num_attention_heads", 12, "intermediate_size",
                        3_072, "layer_norm_eps", 1e-5)));
        tokenizer(folder.resolve("bert"), "bert-base-uncased");
        tokenizer(folder.resolve("clip"), "clip-vit-base-patch32");
    }

    /// The tokenizers that the tests hold against Python's.
    private static void tokenizer(Path folder, String name) throws IOException {
        try (var zip = new ZipInputStream(
                Objects.requireNonNull(BaseSize.class.getResourceAsStream("/parity/tokenizers.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = Path.of(entry.getName());
                if (path.getParent() != null && path.getParent().toString().equals(name)) {
                    Files.copy(zip, folder.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void write(Path folder, List<WeightSpec> specs, Map<String, Object> config) throws IOException {
        if (Files.exists(folder.resolve("config.json"))) {
            return;
        }
        Files.createDirectories(folder);
        var random = new SplittableRandom(1);
        var tensors = new ArrayList<SafeTensorsWriter.Tensor>();
        for (var spec : specs) {
            var values = new float[(int) spec.shape().size()];
            switch (spec.start()) {
                case WeightSpec.Start.Constant(double value) -> java.util.Arrays.fill(values, (float) value);
                case WeightSpec.Start.Normal _ -> {
                    for (int i = 0; i < values.length; i++) {
                        // Uniform with BERT's deviation of 0.02: quicker to make, and as good here.
                        values[i] = (float) ((random.nextDouble() - 0.5) * 0.0693);
                    }
                }
            }
            tensors.add(new SafeTensorsWriter.Tensor(spec.name(), spec.shape().getShape(), values));
        }
        SafeTensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
        new ObjectMapper().writeValue(folder.resolve("config.json").toFile(), config);
    }
}
