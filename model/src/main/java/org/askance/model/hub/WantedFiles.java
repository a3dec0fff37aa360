package org.askance.model.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.askance.model.told.OfHub;

/// Chooses what is needed to use a checkpoint: config, tokenizer and one form of the weights. Repositories
/// also hold the same weights for TensorFlow, Flax, ONNX and Rust, several times the size.
final class WantedFiles {

    private static final String CONFIG = "config.json";

    private static final Set<String> SMALL = Set.of(CONFIG, "tokenizer.json", "tokenizer_config.json", "vocab.txt",
            "vocab.json", "merges.txt", "special_tokens_map.json", "preprocessor_config.json");

    /// Forms of the weights, the best first. Those with an index come in numbered parts.
    private record Form(String file, Pattern parts) {}

    private static final Pattern NO_PARTS = Pattern.compile("(?!)");
    private static final List<Form> FORMS = List.of(new Form("model.safetensors", NO_PARTS),
            new Form("model.safetensors.index.json", Pattern.compile("model-\\d+-of-\\d+\\.safetensors")),
            new Form("pytorch_model.bin", NO_PARTS),
            new Form("pytorch_model.bin.index.json", Pattern.compile("pytorch_model-\\d+-of-\\d+\\.bin")));

    private WantedFiles() {}

    /// Small files first: a config that says too much is seen before the weights have come.
    ///
    /// @throws HubException if there is no config, or no form of the weights that can be read
    static List<HubFile> of(String repository, List<HubFile> all) {
        var byPath = new LinkedHashMap<String, HubFile>();
        all.forEach(file -> byPath.put(file.path(), file));
        if (!byPath.containsKey(CONFIG)) {
            throw new HubException(OfHub.NO_CONFIG.with(repository));
        }
        var wanted = new ArrayList<>(all.stream().filter(file -> SMALL.contains(file.path())).toList());
        wanted.addAll(weights(repository, byPath));
        return List.copyOf(wanted);
    }

    private static List<HubFile> weights(String repository, Map<String, HubFile> byPath) {
        for (var form : FORMS) {
            var first = byPath.get(form.file);
            if (first != null) {
                var files = new ArrayList<>(List.of(first));
                byPath.values().stream().filter(file -> form.parts.matcher(file.path()).matches()).forEach(files::add);
                return files;
            }
        }
        throw new HubException(OfHub.NO_WEIGHTS.with(repository,
                String.join(", ", FORMS.stream().map(Form::file).toList())));
    }
}
