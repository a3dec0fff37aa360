package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.exchange.StrictReaders.Seen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every format, over data made to break it, read back by its own rules: the same examples, labels and answers.
class ExportRoundTripTest {

    private static final int COUNT = HostileExports.COUNT;

    @RegisterExtension
    static final HostileExports EXPORTS = new HostileExports(11);

    private static Path export(ExportFormat format, ExportLabels labels, boolean copyImages, String name)
            throws IOException {
        return EXPORTS.export(format, labels, copyImages, name);
    }

    /// What should be read back, from the repositories that the rest of the program uses.
    private static List<Seen> expected(boolean answered) {
        return EXPORTS.rows().stream().map(row -> {
            var labels = new TreeMap<>(row.given());
            labels.putAll(row.answered());
            var image = row.example().image();
            return new Seen(row.example().key(), row.example().text(), row.example().knowledge(),
                    image == null ? null : image.toString(), row.example().split().key(), labels,
                    answered ? answers(row.example().id()) : Map.of());
        }).toList();
    }

    private static Map<String, Map<String, String>> answers(long example) {
        return EXPORTS.project().annotations().labelsByAnnotator(example);
    }

    @Test
    void theDataIsHostile() {
        assertThat(EXPORTS.rows()).extracting(row -> row.example().key())
                .anyMatch(key -> key.startsWith("900719925474"))
                .anyMatch(key -> key.startsWith("../"));
        assertThat(EXPORTS.rows()).extracting(row -> row.example().text()).anyMatch(text -> text.contains("\r\n"))
                .anyMatch(text -> text.contains("\"")).anyMatch(text -> text.startsWith("="));
        assertThat(expected(true)).anyMatch(seen -> seen.labels().isEmpty())
                .anyMatch(seen -> seen.answers().size() == HostilePairs.ANNOTATORS.size());
    }

    @Test
    void tables() throws IOException {
        assertThat(StrictReaders.seenInTable(export(ExportFormat.CSV, new ExportLabels.Current(), false, "a.csv"), ','))
                .isEqualTo(expected(false));
        assertThat(StrictReaders.seenInTable(
                export(ExportFormat.TSV, new ExportLabels.Annotators(), false, "a.tsv"), '\t'))
                .isEqualTo(expected(true));
    }

    @Test
    void aTableOfEventsHoldsTheWholeHistory() throws IOException {
        var table = StrictReaders.table(export(ExportFormat.CSV, new ExportLabels.Events(), false, "events.csv"), ',');
        var told = new ArrayList<List<String>>();
        for (var row : EXPORTS.rows()) {
            var history = EXPORTS.project().annotations().history(row.example().id());
            for (var event : history) {
                told.add(List.of(row.example().key(), row.example().text(), Long.toString(event.id()),
                        event.kind().name().toLowerCase(java.util.Locale.ROOT), text(event.task()),
                        text(event.label()), text(event.value()), event.annotator(), event.at().toString(),
                        text(event.target()), Boolean.toString(event.circumstances().deciding()),
                        Boolean.toString(!event.counts())));
            }
            if (history.isEmpty()) {
                told.add(List.of(row.example().key(), row.example().text(), "", "", "", "", "", "", "", "", "", ""));
            }
        }
        assertThat(table.stream().map(row -> List.of("id", "text", "event", "kind", "task", "label", "value",
                "annotator", "at", "target", "deciding", "undone").stream().map(row::get).toList()).toList())
                .isEqualTo(told);
        assertThat(table).anyMatch(row -> row.get("undone").equals("true"))
                .anyMatch(row -> row.get("checkpoint").equals("net \"1\", größer"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Test
    void jsonLines() throws IOException {
        var lines = StrictReaders.lines(export(ExportFormat.JSONL, new ExportLabels.Events(), false, "a.jsonl"));
        assertThat(lines.stream().map(StrictReaders::seen).toList()).isEqualTo(expected(true));
        for (int i = 0; i < COUNT; i++) {
            assertThat(lines.get(i).required("events")).hasSameSizeAs(
                    EXPORTS.project().annotations().history(EXPORTS.rows().get(i).example().id()));
            var predicted = EXPORTS.rows().get(i).predicted().get("sentiment");
            assertThat(lines.get(i).at("/predicted/sentiment/probabilities").size())
                    .isEqualTo(predicted == null ? 0 : 3);
        }
    }

    @Test
    void parquet() throws IOException {
        var file = export(ExportFormat.PARQUET, new ExportLabels.Current(), false, "a.parquet");
        assertThat(StrictReaders.seenInParquet(file)).isEqualTo(expected(true));
    }

    @Test
    void mmsd2() throws IOException {
        var out = export(ExportFormat.MMSD2, new ExportLabels.Current(), true, "mmsd2");
        var byKey = new HashMap<String, Seen>();
        for (var split : Map.of("train", "train", "valid", "validation", "test", "test", "none", "none").entrySet()) {
            for (var node : StrictReaders.json(out.resolve(split.getKey() + ".json"))) {
                var labels = new TreeMap<String, String>();
                if (!node.required("label").isNull()) {
                    labels.put("sarcasm", node.required("label").intValue() == 1 ? "sarcastic" : "not sarcastic");
                }
                if (StrictReaders.text(node, "sentiment") != null) {
                    labels.put("sentiment", StrictReaders.needed(node, "sentiment"));
                }
                var id = node.required("image_id");
                String key = id.isTextual() ? id.textValue() : id.bigIntegerValue().toString();
                byKey.put(key, new Seen(key, StrictReaders.needed(node, "text"),
                        StrictReaders.text(node, "ocr_text"), original(out, key, StrictReaders.text(node, "image")),
                        split.getValue(), labels, Map.of()));
            }
        }
        assertThat(inOrder(byKey)).isEqualTo(expected(false));
    }

    /// Where a picture that came along lay: found by its bytes.
    private static @Nullable String original(Path base, String key, @Nullable String image) throws IOException {
        if (image == null || Path.of(image).isAbsolute()) {
            return image;
        }
        var was = java.util.Objects
                .requireNonNull(EXPORTS.rows().stream().filter(row -> row.example().key().equals(key))
                        .findFirst().orElseThrow().example().image());
        assertThat(was).hasSameBinaryContentAs(base.resolve(image));
        return was.toString();
    }

    private static List<Seen> inOrder(Map<String, Seen> byKey) {
        assertThat(byKey).hasSize(COUNT);
        return EXPORTS.rows().stream().map(row -> byKey.get(row.example().key())).toList();
    }

    @Test
    void imageFolder() throws IOException {
        var out = export(ExportFormat.IMAGEFOLDER, new ExportLabels.Annotators(), false, "imagefolder");
        var byKey = new HashMap<String, Seen>();
        for (var split : List.of("train", "validation", "test", "none")) {
            for (var node : StrictReaders.lines(out.resolve(split).resolve("metadata.jsonl"))) {
                var seen = StrictReaders.seen(node);
                String name = StrictReaders.text(node, "file_name");
                assertThat(seen.split()).isEqualTo(split);
                assertThat(StrictReaders.text(node, "label")).isEqualTo(seen.labels().get("sarcasm"));
                byKey.put(seen.key(), name == null
                        ? seen
                        : new Seen(seen.key(), seen.text(), seen.knowledge(),
                                original(out.resolve(split), seen.key(), name), split, seen.labels(), seen.answers()));
            }
        }
        assertThat(inOrder(byKey)).isEqualTo(expected(true));
    }

    @Test
    void labelStudio() throws IOException {
        var out = export(ExportFormat.LABEL_STUDIO, new ExportLabels.Annotators(), false, "studio.json");
        var seen = new ArrayList<Seen>();
        for (var task : StrictReaders.json(out)) {
            var data = task.required("data");
            var answers = new TreeMap<String, Map<String, String>>();
            var labels = new TreeMap<String, String>();
            for (var annotation : task.required("annotations")) {
                if (annotation.required("ground_truth").booleanValue()) {
                    labels.putAll(choices(annotation));
                } else {
                    answers.put(StrictReaders.needed(annotation.required("completed_by"), "email"),
                            choices(annotation));
                }
            }
            assertThat(labels).isEqualTo(StrictReaders.texts(data.required("given")));
            seen.add(new Seen(StrictReaders.needed(data, "id"), StrictReaders.needed(data, "text"),
                    StrictReaders.text(data, "ocr_text"), StrictReaders.text(data, "image"),
                    StrictReaders.needed(data, "split"), labels, answers));
        }
        assertThat(seen).isEqualTo(withGiven());
        assertThat(Files.readString(EXPORTS.folder().resolve("studio.xml"))).isEqualTo("""
                <View>
                  <Image name="image" value="$image"/>
                  <Text name="text" value="$text"/>
                  <Header value="sarcasm"/>
                  <Choices name="sarcasm" toName="text" choice="single" showInLine="true">
                    <Choice value="not sarcastic" hotkey="1"/>
                    <Choice value="sarcastic" hotkey="2"/>
                  </Choices>
                  <Header value="sentiment"/>
                  <Choices name="sentiment" toName="text" choice="single" showInLine="true">
                    <Choice value="positive" hotkey="p"/>
                    <Choice value="negative" hotkey="n"/>
                    <Choice value="neutral" hotkey="u"/>
                  </Choices>
                </View>
                """);
    }

    private static List<Seen> withGiven() {
        var given = new LinkedHashMap<String, Map<String, String>>();
        EXPORTS.rows().forEach(row -> given.put(row.example().key(), new TreeMap<>(row.given())));
        return expected(true).stream().map(seen -> new Seen(seen.key(), seen.text(), seen.knowledge(), seen.image(),
                seen.split(), given.getOrDefault(seen.key(), Map.of()), seen.answers())).toList();
    }

    private static Map<String, String> choices(JsonNode annotation) {
        var choices = new TreeMap<String, String>();
        for (var one : annotation.required("result")) {
            choices.put(StrictReaders.needed(one, "from_name"), one.at("/value/choices/0").textValue());
        }
        return choices;
    }

    @Test
    void labelStudioTellsAnswersThatWereTakenBack() throws IOException {
        var out = export(ExportFormat.LABEL_STUDIO, new ExportLabels.Events(), false, "events.json");
        int cancelled = 0;
        for (var task : StrictReaders.json(out)) {
            for (var annotation : task.required("annotations")) {
                cancelled += annotation.required("was_cancelled").booleanValue() ? 1 : 0;
            }
        }
        long undone = EXPORTS.rows().stream()
                .flatMap(row -> EXPORTS.project().annotations().history(row.example().id()).stream())
                .filter(event -> event.kind() == EventKind.ANSWER && !event.counts())
                .map(Event::gesture).distinct().count();
        assertThat(cancelled).isPositive().isEqualTo((int) undone);
    }

    @Test
    void doccano() throws IOException {
        var lines = StrictReaders
                .lines(export(ExportFormat.DOCCANO, new ExportLabels.Current(), false, "doccano.jsonl"));
        assertThat(lines.stream().map(line -> {
            var meta = line.required("meta");
            return new Seen(StrictReaders.needed(meta, "id"), StrictReaders.needed(line, "text"),
                    StrictReaders.text(meta, "ocr_text"), StrictReaders.text(meta, "image"),
                    StrictReaders.needed(meta, "split"), byTask(line.required("label")), StrictReaders.answers(meta));
        }).toList()).isEqualTo(expected(true));
    }

    private static Map<String, String> byTask(JsonNode list) {
        var labels = new TreeMap<String, String>();
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).forEach(label -> labels
                .put(label.contains("sarcastic") ? "sarcasm" : "sentiment", label));
        return labels;
    }

    @Test
    void prodigy() throws IOException {
        var lines = StrictReaders.lines(
                export(ExportFormat.PRODIGY, new ExportLabels.Annotators(), false, "prodigy.jsonl"));
        var byKey = new LinkedHashMap<String, Seen>();
        for (var line : lines) {
            var meta = line.required("meta");
            var seen = byKey.computeIfAbsent(StrictReaders.needed(meta, "id"), key -> new Seen(key,
                    StrictReaders.needed(line, "text"), StrictReaders.text(meta, "ocr_text"),
                    StrictReaders.text(line, "image"), StrictReaders.needed(meta, "split"), new TreeMap<>(),
                    new TreeMap<>()));
            assertThat(line.required("answer").textValue())
                    .isEqualTo(line.required("accept").isEmpty() ? "ignore" : "accept");
            var annotator = StrictReaders.text(line, "_annotator_id");
            if (annotator == null) {
                seen.labels().putAll(byTask(line.required("accept")));
            } else {
                seen.answers().put(annotator, byTask(line.required("accept")));
            }
        }
        assertThat(List.copyOf(byKey.values())).isEqualTo(withGiven());
    }

    @Test
    void copiedPicturesAreNamedRelativeToTheFile() throws IOException {
        var out = export(ExportFormat.CSV, new ExportLabels.Current(), true, "copied/pairs.csv");
        var seen = StrictReaders.seenInTable(out, ',');
        for (int i = 0; i < COUNT; i++) {
            var was = EXPORTS.rows().get(i).example().image();
            var image = seen.get(i).image();
            if (was != null && Files.exists(was)) {
                assertThat(image).startsWith("pairs_images/");
                original(EXPORTS.folder().resolve("copied"), seen.get(i).key(), image);
            } else {
                assertThat(image).isEqualTo(was == null ? null : was.toString());
            }
        }
    }

    @Test
    void consensusIsWhatMostSayAndATieIsEmpty() throws IOException {
        var seen = StrictReaders.seenInTable(
                export(ExportFormat.CSV, new ExportLabels.Consensus(), false, "consensus.csv"), ',');
        int ties = 0;
        for (int i = 0; i < COUNT; i++) {
            if (decided(EXPORTS.rows().get(i).example().id())) {
                assertThat(seen.get(i).labels().get("sarcasm")).isEqualTo("sarcastic");
                continue;
            }
            var votes = answers(EXPORTS.rows().get(i).example().id()).values().stream()
                    .filter(by -> by.containsKey("sarcasm"))
                    .map(by -> "sarcastic".equals(by.get("sarcasm")) ? 1 : -1).toList();
            int sum = votes.stream().mapToInt(Integer::intValue).sum();
            ties += !votes.isEmpty() && sum == 0 ? 1 : 0;
            assertThat(seen.get(i).labels().get("sarcasm"))
                    .isEqualTo(sum == 0 ? null : sum > 0 ? "sarcastic" : "not sarcastic");
        }
        assertThat(ties).isPositive();
    }

    private static boolean decided(long example) {
        return EXPORTS.project().annotations().history(example).stream()
                .anyMatch(event -> event.circumstances().deciding() && event.counts());
    }

    @Test
    void flagsAndCommentsComeAlong() throws IOException {
        var table = StrictReaders.table(export(ExportFormat.CSV, new ExportLabels.Current(), false, "flags.csv"), ',');
        var lines = StrictReaders.lines(export(ExportFormat.JSONL, new ExportLabels.Current(), false, "flags.jsonl"));
        assertThat(table).anyMatch(row -> row.get("flagged").equals("true") && row.get("flag_reason").contains("\n"));
        for (int i = 0; i < COUNT; i++) {
            var counting = EXPORTS.project().annotations().history(EXPORTS.rows().get(i).example().id()).stream()
                    .filter(event -> event.counts() && event.kind() == EventKind.COMMENT).map(Event::value).toList();
            assertThat(StreamSupport.stream(lines.get(i).required("comments").spliterator(), false)
                    .map(node -> StrictReaders.text(node, "text")).toList()).isEqualTo(counting);
            assertThat(lines.get(i).required("flagged").booleanValue())
                    .isEqualTo(table.get(i).get("flagged").equals("true"));
        }
    }

    @Test
    void oneAnnotatorAlone() throws IOException {
        String name = HostilePairs.ANNOTATORS.get(1);
        var seen = StrictReaders.seenInTable(
                export(ExportFormat.CSV, new ExportLabels.Annotator(name), false, "one.csv"), ',');
        for (int i = 0; i < COUNT; i++) {
            assertThat(seen.get(i).labels()).isEqualTo(answers(EXPORTS.rows().get(i).example().id()).getOrDefault(name,
                    Map.of()));
        }
    }
}
