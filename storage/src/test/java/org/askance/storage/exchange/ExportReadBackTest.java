package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format with every choice of labels, over data made to break it, read back by the readers that import, which
/// guess it: given labels are given, answers are their annotators', comments, flags and decisions are there.
class ExportReadBackTest {

    @RegisterExtension
    static final HostileExports EXPORTS = new HostileExports(29);

    private static final List<ExportLabels> LABELS = List.of(new ExportLabels.Current(), new ExportLabels.Consensus(),
            new ExportLabels.Annotator(HostilePairs.ANNOTATORS.get(1)), new ExportLabels.Annotators(),
            new ExportLabels.Events());

    /// A pair as it comes back.
    ///
    /// @param labels  that it comes with
    /// @param answers label and time by annotator and task; the latest of each
    /// @param decided label, annotator and time by task, where a dispute was decided
    /// @param remarks comments, the flag that stands, and skips, each with annotator and time
    /// @param predicted label and confidence by task
    private record Back(String key, String text, @Nullable String knowledge, @Nullable String image, String split,
            Map<String, String> labels, Map<String, String> answers, Map<String, String> decided,
            TreeSet<String> remarks, Map<String, String> predicted) {

        static Back of(String key, String text, @Nullable String knowledge, @Nullable String image, String split,
                Map<String, String> labels) {
            return new Back(key, text, knowledge, image, split, new TreeMap<>(labels), new TreeMap<>(),
                    new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        }

        void remark(String kind, String annotator, @Nullable String text, @Nullable Instant at) {
            remarks.add(kind + " of " + annotator + " at " + at + ": " + Objects.requireNonNullElse(text, ""));
        }
    }

    static Stream<Arguments> formatsAndLabels() {
        return Stream.of(ExportFormat.values())
                .flatMap(format -> LABELS.stream().map(labels -> Arguments.of(format, labels)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndLabels")
    void allThatIsSaidComesBack(ExportFormat format, ExportLabels labels) throws IOException {
        // Pictures come along in every other of them.
        boolean copyImages = (List.of(ExportFormat.values()).indexOf(format) + LABELS.indexOf(labels)) % 2 == 0;
        var out = EXPORTS.export(format, labels, copyImages, format == ExportFormat.ATLAS ? points() : null,
                format.key() + "-" + LABELS.indexOf(labels) + format.extension());
        assertThat(Sources.guess(out).format()).isEqualTo(guessed(format));
        var read = Collected.of(out);
        assertThat(read.reasons()).isEmpty();
        var backs = backs(read);
        var expected = EXPORTS.rows().stream().map(row -> expected(row, labels instanceof ExportLabels.Events))
                .toList();
        // Says where they differ, of four hundred.
        for (int i = 0; i < expected.size(); i++) {
            assertThat(backs.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(backs).hasSameSizeAs(expected);
    }

    private static Format guessed(ExportFormat format) {
        return switch (format) {
            case CSV, TSV -> Format.TABLE;
            case JSONL -> Format.JSON_LINES;
            case MMSD2 -> Format.MMSD2_JSON;
            case LABEL_STUDIO -> Format.LABEL_STUDIO;
            case DOCCANO -> Format.DOCCANO;
            case PRODIGY -> Format.PRODIGY;
            case IMAGEFOLDER -> Format.IMAGE_FOLDER;
            case PARQUET, ATLAS -> Format.PARQUET;
        };
    }

    /// Vectors and points are computed again; the pairs come back.
    private static AtlasPoints points() {
        long[] ids = EXPORTS.project().examples().ids(ExampleFilter.ALL);
        return new AtlasPoints(ids, new float[ids.length][3], new double[ids.length], new double[ids.length],
                new int[ids.length][2], new float[ids.length][2]);
    }

    /// In the order of the project.
    private static List<Back> backs(Collected read) {
        var backs = new LinkedHashMap<String, Back>();
        for (var row : read.rows) {
            var example = row.example();
            var back = backs.computeIfAbsent(example.key(), key -> Back.of(key, example.text(), example.knowledge(),
                    place(key, example.image()), example.split().key(), example.labels()));
            row.answers().stream().filter(answer -> !answer.gold())
                    .forEach(answer -> answer.labels().forEach((task, label) -> {
                        if (answer.deciding()) {
                            back.decided.put(task, label + " by " + answer.annotator() + " at " + answer.at());
                        } else {
                            back.answers.put(answer.annotator() + ", " + task, label + " at " + answer.at());
                        }
                    }));
            row.remarks().forEach(remark -> back.remark(remark.kind().name(), remark.annotator(), remark.text(),
                    remark.at()));
            row.predictions().forEach(predicted -> back.predicted.put(predicted.task(),
                    predicted.label() + " " + predicted.score() + " " + predicted.model()));
        }
        assertThat(backs).hasSize(HostileExports.COUNT);
        var inOrder = new ArrayList<Back>();
        EXPORTS.rows().forEach(row -> inOrder.add(Objects.requireNonNull(backs.get(row.example().key()))));
        return inOrder;
    }

    /// Where a picture that came along lay.
    private static @Nullable String place(String key, @Nullable Path image) {
        if (image == null) {
            return null;
        }
        var was = EXPORTS.rows().stream().filter(row -> row.example().key().equals(key)).findFirst().orElseThrow()
                .example().image();
        if (was != null && !was.equals(image)) {
            assertThat(image).hasSameBinaryContentAs(was);
            return was.toString();
        }
        return image.toString();
    }

    /// What the history says, by its own words.
    private static Back expected(ExampleRow row, boolean skips) {
        var example = row.example();
        var image = example.image();
        var back = Back.of(example.key(), example.text(), example.knowledge(), image == null ? null : image.toString(),
                example.split().key(), row.given());
        var labels = EXPORTS.project().annotations().labelsByAnnotator(example.id());
        Event flag = null;
        for (var event : EXPORTS.project().annotations().history(example.id())) {
            if (!event.counts()) {
                continue;
            }
            if (event.kind() == EventKind.ANSWER) {
                answer(back, event, labels);
            }
            if (event.kind() == EventKind.FLAG || event.kind() == EventKind.UNFLAG) {
                flag = event.kind() == EventKind.FLAG ? event : null;
            }
            if (event.kind() == EventKind.COMMENT || (skips && event.kind() == EventKind.SKIP)) {
                back.remark(event.kind().name(), event.annotator(), event.value(), event.at());
            }
        }
        if (flag != null) {
            back.remark("FLAG", flag.annotator(), flag.value(), flag.at());
        }
        row.predicted().forEach((task, predicted) -> back.predicted.put(task,
                predicted.label() + " " + predicted.confidence() + " net \"1\", größer"));
        return back;
    }

    private static void answer(Back back, Event event, Map<String, Map<String, String>> labels) {
        String task = Objects.requireNonNull(event.task());
        if (event.circumstances().deciding()) {
            back.decided.put(task, event.label() + " by " + event.annotator() + " at " + event.at());
        } else if (Objects.equals(labels.getOrDefault(event.annotator(), Map.of()).get(task), event.label())) {
            back.answers.put(event.annotator() + ", " + task, event.label() + " at " + event.at());
        }
    }

    @Test
    void theHistoryHasOneOfEverything() {
        var all = EXPORTS.rows().stream().map(row -> expected(row, true)).toList();
        assertThat(all).anyMatch(back -> back.answers.size() > 3).anyMatch(back -> !back.decided.isEmpty())
                .anyMatch(back -> back.image == null).anyMatch(back -> back.predicted.isEmpty());
        for (var kind : Remark.Kind.values()) {
            assertThat(all).anyMatch(back -> back.remarks.stream().anyMatch(said -> said.startsWith(kind.name())));
        }
    }
}
