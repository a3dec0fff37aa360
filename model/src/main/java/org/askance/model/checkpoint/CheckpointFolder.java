package org.askance.model.checkpoint;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.askance.model.Task;
import org.askance.model.block.WeightSpec;
import org.askance.model.block.Weights;
import org.askance.model.input.Tokenizer;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.askance.model.told.ToldException;

/// A folder of `config.json`, `model.safetensors`, `tokenizer.json`, `training.json` and a model card. It is written
/// beside its place and moved there, so it is either whole or absent. Safe from any thread.
public final class CheckpointFolder {

    /// Raised whenever an older program could misread the folder.
    static final int FORMAT = 1;

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.safetensors";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String TRAINING = "training.json";
    private static final String CARD = "README.md";
    private static final String STUDENT = "clfa";
    private static final String TEACHER = "teacher";

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private CheckpointFolder() {}

    /// Reads what the folder says about itself; no weights.
    ///
    /// @throws CheckpointException if something is missing, damaged, or from a newer version
    public static CheckpointInfo inspect(Path folder) {
        var json = config(folder);
        var config = network(folder, json);
        List<Task> tasks = config instanceof CheckpointConfig.Student student ? student.network().tasks() : List.of();
        try {
            return new CheckpointInfo(folder, json.path("name").asText(String.valueOf(folder.getFileName())), tasks,
                    Instant.parse(json.path("created_at").asText()), metrics(folder),
                    Files.size(need(folder, WEIGHTS)));
        } catch (IOException | RuntimeException e) {
            if (e instanceof CheckpointException known) {
                throw known;
            }
            throw damaged(folder.resolve(CONFIG), Told.plain(e.getMessage()));
        }
    }

    /// The sizes of a folder that holds a whole network.
    public static CheckpointConfig.Student student(Path folder) {
        if (network(folder, config(folder)) instanceof CheckpointConfig.Student student) {
            return student;
        }
        throw new CheckpointException(OfCheckpoint.IS_TEACHER.with(folder));
    }

    /// The sizes of a folder that holds a teacher.
    public static CheckpointConfig.ForTeacher teacher(Path folder) {
        if (network(folder, config(folder)) instanceof CheckpointConfig.ForTeacher teacher) {
            return teacher;
        }
        throw new CheckpointException(OfCheckpoint.IS_NO_TEACHER.with(folder));
    }

    /// Loads every weight onto `manager`, which becomes theirs. Tensor thread only.
    ///
    /// @throws CheckpointException if the file is damaged or does not fit `specs`
    public static Weights weights(Path folder, NDManager manager, List<WeightSpec> specs) {
        try (var file = SafeTensors.open(need(folder, WEIGHTS))) {
            file.check(specs, Set.of());
            return Weights.of(manager, specs, spec -> file.floats(spec.name()));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    public static Tokenizer tokenizer(Path folder, int mostTokens) {
        try {
            return Tokenizer.open(need(folder, TOKENIZER), mostTokens);
        } catch (IOException e) {
            throw damaged(folder.resolve(TOKENIZER), ToldException.of(e));
        }
    }

    /// The file that [#write] copies into a new folder.
    public static Path tokenizerFile(Path folder) {
        return need(folder, TOKENIZER);
    }

    /// Writes a new checkpoint.
    ///
    /// @param folder    must not exist
    /// @param name      what people read
    /// @param tokenizer a `tokenizer.json` to copy
    /// @param training  record of the training, as JSON; its `metrics` are shown to people
    /// @throws CheckpointException if it cannot be written; nothing is left behind
    public static CheckpointInfo write(Path folder, String name, CheckpointConfig config,
            List<SafeTensorsWriter.Tensor> weights, Path tokenizer, Map<String, ?> training) {
        if (Files.exists(folder)) {
            throw new CheckpointException(OfCheckpoint.EXISTS.with(folder));
        }
        var partial = folder.resolveSibling("." + folder.getFileName() + ".partial");
        try {
            delete(partial);
            Files.createDirectories(partial);
            var json = new LinkedHashMap<String, Object>();
            json.put("format", FORMAT);
            json.put("kind", config instanceof CheckpointConfig.Student ? STUDENT : TEACHER);
            json.put("name", name);
            json.put("created_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            json.put("settings", config);
            JSON.writeValue(partial.resolve(CONFIG).toFile(), json);
            SafeTensorsWriter.write(partial.resolve(WEIGHTS), weights, Map.of("format", "pt"));
            Files.copy(tokenizer, partial.resolve(TOKENIZER));
            JSON.writeValue(partial.resolve(TRAINING).toFile(), training);
            Files.writeString(partial.resolve(CARD), ModelCard.of(name, config, weights, training));
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            try {
                delete(partial);
            } catch (IOException | UncheckedIOException again) {
                e.addSuppressed(again);
            }
            throw new CheckpointException(OfCheckpoint.NOT_WRITTEN.with(folder, Told.plain(e.getMessage())), e);
        }
        return inspect(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static JsonNode config(Path folder) {
        var file = need(folder, CONFIG);
        try {
            var json = JSON.readTree(file.toFile());
            int format = json.path("format").asInt(0);
            if (format > FORMAT) {
                throw new CheckpointException(OfCheckpoint.NEWER.with(folder, format));
            }
            if (format < 1) {
                throw damaged(file, OfCheckpoint.PART_NO_FORMAT.with());
            }
            return json;
        } catch (JacksonException e) {
            throw damaged(file, OfCheckpoint.PART_NO_JSON.with());
        } catch (IOException e) {
            throw damaged(file, Told.plain(e.getMessage()));
        }
    }

    private static CheckpointConfig network(Path folder, JsonNode json) {
        String kind = json.path("kind").asText();
        try {
            return switch (kind) {
                case STUDENT -> JSON.treeToValue(json.path("settings"), CheckpointConfig.Student.class);
                case TEACHER -> JSON.treeToValue(json.path("settings"), CheckpointConfig.ForTeacher.class);
                default -> throw damaged(folder.resolve(CONFIG), OfCheckpoint.PART_KIND.with(kind));
            };
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(folder.resolve(CONFIG), OfCheckpoint.PART_INCOMPLETE.with());
        }
    }

    private static Map<String, Double> metrics(Path folder) {
        var metrics = new LinkedHashMap<String, Double>();
        training(folder).ifPresent(record -> record.path("metrics").properties()
                .forEach(metric -> metrics.put(metric.getKey(), metric.getValue().asDouble())));
        return metrics;
    }

    /// The record of how it was trained; empty if there is none.
    ///
    /// @throws CheckpointException if it is damaged
    public static Optional<JsonNode> training(Path folder) {
        var file = folder.resolve(TRAINING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw damaged(file, OfCheckpoint.PART_NO_JSON.with());
        }
    }

    private static Path need(Path folder, String name) {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(OfCheckpoint.LACKS.with(folder, name));
        }
        return file;
    }

    private static CheckpointException damaged(Path file, Told how) {
        return new CheckpointException(OfCheckpoint.DAMAGED.with(file, how));
    }
}
