package org.askance.model.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.askance.model.block.WeightSpec;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Finds a block's weights among the names that Hugging Face's files give them.
final class HuggingFaceNames {

    /// A model inside a larger one is saved under its name.
    private static final List<String> PREFIXES = List.of("", "bert.", "vit.", "clip.");

    /// What published files hold beside the encoder: poolers, heads of the pre-training, position counters,
    /// and the temperature of CLIP's loss.
    private static final Predicate<String> KNOWN_EXTRA = Pattern
            .compile("(.*\\.)?(pooler\\.dense\\.(weight|bias)|position_ids|logit_scale"
                    + "|cls\\.(predictions|seq_relationship)\\..*|classifier\\.(weight|bias))")
            .asMatchPredicate();

    private HuggingFaceNames() {}

    /// The file's name for each of `specs`.
    ///
    /// @throws CheckpointException naming every weight that is missing, extra or of another shape
    static Map<String, String> match(TensorFile file, List<WeightSpec> specs) {
        String prefix = PREFIXES.stream()
                .filter(one -> specs.stream().anyMatch(spec -> found(file, one, spec.name()) != null)).findFirst()
                .orElse("");
        var names = new LinkedHashMap<String, String>();
        var problems = new ArrayList<Told>();
        var extra = new LinkedHashSet<>(file.names());
        extra.removeIf(KNOWN_EXTRA);
        for (var spec : specs) {
            var name = found(file, prefix, spec.name());
            if (name == null) {
                problems.add(OfCheckpoint.IS_MISSING.with(prefix + spec.name()));
                continue;
            }
            extra.remove(name);
            names.put(spec.name(), name);
            var shape = file.shape(name);
            if (!Arrays.equals(shape, spec.shape().getShape())) {
                problems.add(OfCheckpoint.IS_INSTEAD.with(name, Arrays.toString(shape),
                        Arrays.toString(spec.shape().getShape())));
            }
        }
        extra.forEach(name -> problems.add(OfCheckpoint.BELONGS_NOWHERE.with(name)));
        if (!problems.isEmpty()) {
            throw Misfit.of(file.file(), problems);
        }
        return names;
    }

    /// The file's name for one of the specs that were matched.
    static String of(Map<String, String> names, WeightSpec spec) {
        return Objects.requireNonNull(names.get(spec.name()));
    }

    /// Norms of files that came from TensorFlow are called gamma and beta.
    private static @Nullable String found(TensorFile file, String prefix, String name) {
        String full = prefix + name;
        if (file.shape(full) != null) {
            return full;
        }
        if (name.contains("LayerNorm.")) {
            String older = full.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias",
                    "LayerNorm.beta");
            return file.shape(older) != null ? older : null;
        }
        return null;
    }
}
