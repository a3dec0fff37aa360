package org.askance.model.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.WeightsHash;
import org.jspecify.annotations.Nullable;

/// What a network was made of, kept in its `training.json`: what it was fine-tuned from, its encoders, and the
/// teacher that its embeddings are aligned with. Each that does not apply is `null`.
public record Origins(@Nullable Origin parent, @Nullable Origin text, @Nullable Origin image,
        @Nullable Origin teacher) {

    /// A folder with weights.
    ///
    /// @param folder where it lay when the network was trained
    /// @param sha256 of the weights, see [WeightsHash]
    public record Origin(String name, String folder, String sha256) {

        static Origin of(Path folder) {
            var whole = folder.toAbsolutePath().normalize();
            return new Origin(String.valueOf(whole.getFileName()), whole.toString(), WeightsHash.of(whole));
        }
    }

    /// Those of a training as it is asked for.
    static Origins of(TrainingRequest request) {
        var teacher = request.aligns() && request.teacher() != null ? Origin.of(request.teacher()) : null;
        return switch (request.start()) {
            case TrainingRequest.Start.Checkpoint(Path folder, List<Head> _) -> {
                var before = of(folder).orElse(new Origins(null, null, null, null));
                yield new Origins(Origin.of(folder), before.text, before.image,
                        teacher == null ? before.teacher : teacher);
            }
            case TrainingRequest.Start.Teacher(var _, Path folder) ->
                new Origins(null, null, Origin.of(folder), teacher);
            case TrainingRequest.Start.Encoders encoders ->
                new Origins(null, Origin.of(encoders.text()), Origin.of(encoders.image()), teacher);
        };
    }

    /// Those of a checkpoint; empty if it keeps none.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException if its record is damaged
    public static Optional<Origins> of(Path checkpoint) {
        return CheckpointFolder.training(checkpoint).map(record -> record.path("origins"))
                .filter(JsonNode::isObject).map(node -> new Origins(origin(node, "parent"), origin(node, "text"),
                        origin(node, "image"), origin(node, "teacher")));
    }

    private static @Nullable Origin origin(JsonNode origins, String key) {
        var node = origins.path(key);
        return node.isObject()
                ? new Origin(node.path("name").asText(), node.path("folder").asText(), node.path("sha256").asText())
                : null;
    }
}
