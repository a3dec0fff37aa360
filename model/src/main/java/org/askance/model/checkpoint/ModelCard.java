package org.askance.model.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.askance.model.Task;
import org.askance.model.block.Precision;
import org.jspecify.annotations.Nullable;

/// A page about a checkpoint for whoever finds the folder.
final class ModelCard {

    private ModelCard() {}

    /// @param training its record; `metrics`, `test` and a mixed `precision` are shown
    static String of(String name, CheckpointConfig config, List<SafeTensorsWriter.Tensor> weights,
            Map<String, ?> training) {
        long numbers = weights.stream().mapToLong(SafeTensorsWriter.Tensor::size).sum();
        var lines = new ArrayList<String>();
        lines.add("# " + name);
        lines.add("");
        switch (config) {
            case CheckpointConfig.Student student -> {
                lines.add("A CLFA network (arXiv 2403.06355) for image–tweet pairs, made by Askance.");
                lines.add("");
                for (var task : student.network().tasks()) {
                    lines.add("- " + task(task));
                }
            }
            case CheckpointConfig.ForTeacher _ -> lines
                    .add("A teacher that embeds texts and pictures into one space, made by Askance.");
        }
        lines.add(String.format(Locale.ROOT, "- %,d weights, float32; pictures of %d × %d pixels; texts of at most %d"
                + " tokens", numbers, config.image().size(), config.image().size(), config.mostTokens()));
        if (Precision.MIXED.toString().equals(String.valueOf(training.get("precision")))) {
            lines.add("- trained in mixed precision: matrix products in bfloat16, everything else in float32");
        }
        origins(lines, training.get("origins"));
        metrics(lines, "Validation", training.get("metrics"));
        metrics(lines, "Test", training.get("test"));
        lines.add("");
        lines.add("`training.json` holds the whole record: plan, seed, data fingerprint, device, every epoch."
                + " Predictions reflect the labels it learnt from, with their mistakes and their bias.");
        return String.join("\n", lines) + "\n";
    }

    private static String task(Task task) {
        return "**" + task.name() + "**: " + String.join(", ", task.labels());
    }

    /// @param origins anything that Jackson writes as `training.json` has it
    private static void origins(List<String> lines, @Nullable Object origins) {
        var all = new ObjectMapper().valueToTree(origins);
        for (var part : List.of("parent", "text", "image", "teacher")) {
            var origin = all.path(part);
            if (origin.isObject()) {
                lines.add(String.format(Locale.ROOT, "- %s: %s (weights’ SHA-256 %.12s…)", switch (part) {
                    case "parent" -> "fine-tuned from";
                    case "teacher" -> "aligned with the teacher";
                    default -> part + " encoder";
                }, origin.path("name").asText(), origin.path("sha256").asText()));
            }
        }
    }

    private static void metrics(List<String> lines, String title, @Nullable Object metrics) {
        if (metrics instanceof Map<?, ?> map && !map.isEmpty()) {
            lines.add("");
            lines.add("## " + title);
            lines.add("");
            lines.add(map.entrySet().stream()
                    .map(metric -> "- " + metric.getKey() + ": " + (metric.getValue() instanceof Number number
                            ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
                            : metric.getValue()))
                    .collect(Collectors.joining("\n")));
        }
    }
}
