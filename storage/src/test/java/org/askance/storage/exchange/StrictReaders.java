package org.askance.storage.exchange;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// Reads our exports by their formats' own rules, forgiving nothing; shares no code with the writers.
final class StrictReaders {

    static final List<String> TASKS = List.of(TaskDefinition.SARCASM.name(), TaskDefinition.SENTIMENT.name());

    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private StrictReaders() {}

    /// An example as it is read back. Answers are label by task, by annotator; where a format has no annotators,
    /// empty. Images are as the file spells them.
    record Seen(String key, String text, @Nullable String knowledge, @Nullable String image, String split,
            Map<String, String> labels, Map<String, Map<String, String>> answers) {}

    static List<CSVRecord> table(Path file, char delimiter) throws IOException {
        try (var parser = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true)
                .get().parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    static List<Seen> seenInTable(Path file, char delimiter) throws IOException {
        return table(file, delimiter).stream().map(row -> {
            var labels = new TreeMap<String, String>();
            var answers = new TreeMap<String, Map<String, String>>();
            for (var task : TASKS) {
                put(labels, task, row.get(task));
                row.toMap().forEach((column, cell) -> {
                    if (column.startsWith(task + "@") && !cell.isEmpty()) {
                        answers.computeIfAbsent(column.substring(task.length() + 1), _ -> new TreeMap<>()).put(task,
                                cell);
                    }
                });
            }
            return new Seen(row.get("id"), row.get("text"), orNull(row.get("ocr_text")), orNull(row.get("image")),
                    row.get("split"), labels, answers);
        }).toList();
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static void put(Map<String, String> labels, String task, @Nullable String label) {
        if (label != null && !label.isEmpty()) {
            labels.put(task, label);
        }
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    /// Lines end in line feeds alone: U+2028 does not end one.
    static List<JsonNode> lines(Path file) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        var lines = Files.readString(file).split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            nodes.add(JSON.readTree(lines[i]));
        }
        return nodes;
    }

    static @Nullable String text(JsonNode node, String field) {
        var value = node.required(field);
        if (!value.isNull() && !value.isTextual()) {
            throw new IllegalStateException(field + " is no text: " + value);
        }
        return value.isNull() ? null : value.textValue();
    }

    static String needed(JsonNode node, String field) {
        return java.util.Objects.requireNonNull(text(node, field), field);
    }

    static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }

    static Map<String, Map<String, String>> answers(JsonNode node) {
        var answers = new TreeMap<String, Map<String, String>>();
        node.required("answers").properties().forEach(entry -> answers.put(entry.getKey(), texts(entry.getValue())));
        return answers;
    }

    static Map<String, String> labels(JsonNode node) {
        var labels = new TreeMap<String, String>();
        TASKS.forEach(task -> put(labels, task, text(node, task)));
        return labels;
    }

    /// An object with our fields at its outermost level.
    static Seen seen(JsonNode node) {
        return new Seen(needed(node, "id"), needed(node, "text"), text(node, "ocr_text"), text(node, "image"),
                needed(node, "split"), labels(node), answers(node));
    }

    static List<Seen> seenInParquet(Path file) throws IOException {
        var seen = new ArrayList<Seen>();
        try (var reader = ParquetFileReader.open(InputFile.of(file)); var rows = reader.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                var labels = new TreeMap<String, String>();
                TASKS.forEach(task -> put(labels, task, string(rows, task)));
                var answers = new HashMap<String, Map<String, String>>();
                for (PqStruct answer : rows.getList("answers").structs()) {
                    answers.computeIfAbsent(answer.getString("annotator"), _ -> new TreeMap<>())
                            .put(answer.getString("task"), answer.getString("label"));
                }
                seen.add(new Seen(rows.getString("id"), rows.getString("text"), string(rows, "ocr_text"),
                        string(rows, "image"), rows.getString("split"), labels, answers));
            }
        }
        return seen;
    }

    private static @Nullable String string(StructAccessor row, String column) {
        return row.isNull(column) ? null : row.getString(column);
    }
}
