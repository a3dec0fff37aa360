package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationReadersTest {

    @TempDir
    Path folder;

    @Test
    void labelStudioGivesAnswersPredictionsAndSkips() throws IOException {
        var file = Files.writeString(folder.resolve("ls.json"),
                """
                        [{"id": 17, "data": {"image": "/data/local-files/?d=pics/a%20b+c.jpg", "text": "so nice", "id": "9007199254740993"},
                          "annotations": [
                            {"id": 1, "completed_by": {"email": "ada@example.org"}, "was_cancelled": false, "ground_truth": true,
                             "lead_time": 3.5, "created_at": "2026-01-02T03:04:05.678Z", "updated_at": "2026-01-02T03:05:00Z",
                             "result": [{"id": "x", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["Positive"]}},
                                        {"from_name": "sarcasm", "type": "choices", "value": {"choices": ["sarcastic"]}},
                                        {"from_name": "why", "type": "textarea", "value": {"text": ["tricky"]}},
                                        {"from_name": "box", "type": "rectanglelabels", "value": {"x": 1}}]},
                            {"id": 2, "completed_by": 5, "was_cancelled": true, "created_at": "2026-01-02T04:00:00+01:00", "result": []}],
                          "predictions": [{"model_version": "v1", "score": 0.75, "result": [
                             {"from_name": "sentiment", "type": "choices", "value": {"choices": ["negative"]}}]}]},
                         {"id": 18, "text": "short form", "image": "b.jpg", "sentiment": "Neutral", "annotator": 1, "annotation_id": 7}]
                        """);

        assertThat(Sources.guess(file).format()).isEqualTo(Format.LABEL_STUDIO);
        var read = Collected.of(file);

        var row = read.rows.getFirst();
        assertThat(row.example().key()).isEqualTo("9007199254740993");
        assertThat(row.example().image()).isEqualTo(folder.resolve("pics/a b+c.jpg"));
        assertThat(row.answers()).containsExactly(new ImportedAnswer("ada@example.org",
                Map.of("sentiment", "positive", "sarcasm", "sarcastic"), Instant.parse("2026-01-02T03:05:00Z"),
                Duration.ofMillis(3_500), true, false));
        assertThat(row.remarks()).containsExactly(
                new Remark("ada@example.org", Remark.Kind.COMMENT, "tricky", Instant.parse("2026-01-02T03:05:00Z")),
                new Remark("5", Remark.Kind.SKIP, "", Instant.parse("2026-01-02T03:00:00Z")));
        assertThat(row.predictions()).containsExactly(new ImportedPrediction("v1", "sentiment", "negative", 0.75));
        assertThat(read.examples().getLast().labels()).isEqualTo(Map.of("sentiment", "neutral"));
        assertThat(read.reasons()).containsExactly("a result of the type 'rectanglelabels' is not read");
    }

    @Test
    void doccanoLabelsFindTheirTasks() throws IOException {
        var file = Files.writeString(folder.resolve("train.jsonl"), """
                {"id": 1, "text": "a", "label": ["positive", "sarcastic"], "Comments": ["hm"]}
                {"id": 2, "text": "b", "label": ["positive", "negative"]}
                {"id": 3, "text": "c", "label": [[0, 1, "ORG"]]}
                {"text": "d", "label": ["furious"], "meta": {"id": "k", "image": "d.jpg", "ocr_text": "SALE", "split": "test"}}
                """);
        assertThat(Sources.guess(file).format()).isEqualTo(Format.DOCCANO);
        var read = Collected.of(file);
        assertThat(read.examples()).extracting(NewExample::labels).containsExactly(
                Map.of("sentiment", "positive", "sarcasm", "sarcastic"), Map.of("sentiment", "positive"), Map.of(),
                Map.of());
        assertThat(read.examples().getLast()).isEqualTo(new NewExample("k", "d", "SALE", folder.resolve("d.jpg"),
                Split.TEST, Map.of(), null, null));
        assertThat(read.examples().getFirst().split()).isEqualTo(Split.TRAIN);
        assertThat(read.rows.getFirst().remarks()).extracting(Remark::text).containsExactly("hm");
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void prodigyRowsOfSeveralAnnotatorsKeepTheirAuthors() throws IOException {
        String options = "\"options\": [{\"id\": 0, \"text\": \"Positive\"}, {\"id\": \"sarcasm: sarcastic\", \"text\": \"Sarcastic\"}], ";
        var file = Files.writeString(folder.resolve("p.jsonl"),
                "{\"text\": \"a\", \"image\": \"data:image/png;base64,AAEC\", " + options
                        + "\"accept\": [0, \"sarcasm: sarcastic\"], \"answer\": \"accept\", \"_input_hash\": -7, \"_task_hash\": 9,"
                        + " \"_timestamp\": 1700000000, \"_annotator_id\": \"set-ada\"}\n"
                        + "{\"text\": \"a\", " + options
                        + "\"accept\": [], \"answer\": \"reject\", \"_input_hash\": -7, \"_session_id\": \"bo\"}\n"
                        + "{\"text\": \"a\", \"answer\": \"ignore\", \"_input_hash\": -7, \"_session_id\": \"cy\"}\n"
                        + "{\"text\": \"b\", " + options
                        + "\"accept\": [0], \"answer\": \"accept\", \"_input_hash\": 8, \"meta\": {\"id\": \"b1\"}}\n");
        assertThat(Sources.guess(file).format()).isEqualTo(Format.PRODIGY);
        var read = Collected.of(file);
        assertThat(read.examples()).extracting(NewExample::key).containsExactly("-7", "-7", "-7", "b1");
        assertThat(read.rows.getFirst().answers()).containsExactly(new ImportedAnswer("set-ada",
                Map.of("sentiment", "positive", "sarcasm", "sarcastic"), Instant.ofEpochSecond(1_700_000_000), null,
                false, false));
        assertThat(read.rows.getFirst().image()).isNotNull().extracting(EmbeddedImage::bytes)
                .isEqualTo(new byte[]{0, 1, 2});
        assertThat(read.rows.get(1).remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.FLAG);
        assertThat(read.rows.get(2).remarks()).extracting(Remark::annotator, Remark::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cy", Remark.Kind.SKIP));
        assertThat(read.rows.get(3).answers()).isEmpty();
        assertThat(read.examples().get(3).labels()).isEqualTo(Map.of("sentiment", "positive"));
        assertThat(read.problems).isEmpty();
    }

    @Test
    void ourOwnLinesGiveBackAnswersAndPredictions() throws IOException {
        var file = Files.writeString(folder.resolve("own.jsonl"), """
                {"id": "1", "text": "a", "sentiment": "negative", "given": {"sentiment": "positive"}, "answers": {"ada": {"sentiment": "negative"}}, \
                "checkpoint": "c1", "predicted": {"sarcasm": {"label": "sarcastic", "confidence": 0.9, "probabilities": [0.1, 0.9]}}}
                {"id": "2", "text": "b", "given": {}, "answers": {"ada": {"sentiment": "negative"}}, "events": [\
                {"gesture": 4, "kind": "answer", "task": "sentiment", "label": "positive", "annotator": "ada", "at": "2026-01-02T03:04:05.006Z", "duration_ms": 900, "undone": true}, \
                {"gesture": 5, "kind": "answer", "task": "sentiment", "label": "negative", "annotator": "ada", "at": "2026-01-02T03:04:06.007Z", "duration_ms": 800, "undone": false}]}
                """);
        assertThat(Sources.guess(file).format()).isEqualTo(Format.JSON_LINES);
        var read = Collected.of(file);
        assertThat(read.examples()).extracting(NewExample::labels).containsExactly(Map.of("sentiment", "positive"),
                Map.of());
        assertThat(read.rows.getFirst().answers()).containsExactly(
                new ImportedAnswer("ada", Map.of("sentiment", "negative"), null, null, false, false));
        assertThat(read.rows.getFirst().predictions()).containsExactly(
                new ImportedPrediction("c1", "sarcasm", "sarcastic", 0.9));
        assertThat(read.rows.getLast().answers()).containsExactly(new ImportedAnswer("ada",
                Map.of("sentiment", "negative"), Instant.parse("2026-01-02T03:04:06.007Z"), Duration.ofMillis(800),
                false, false));
    }

    @Test
    void timesThatAreNoneAreLeftOut() throws IOException {
        for (var time : List.of("\"yesterday\"", "1e300", "true", "{}", "\"2026-02-31T00:00:00Z\"")) {
            assertThat(JsonPairs.time(Json.MAPPER.readTree(time))).satisfiesAnyOf(
                    found -> assertThat(found).isNull(), found -> assertThat(found).isBefore("6000-01-01T00:00:00Z"));
        }
    }
}
