package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.askance.storage.dataset.ExampleFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every format, over data made to break it, read back by the readers that import, which guess it: nothing is lost
/// that the format can say.
class ExportReadBackTest {

    @RegisterExtension
    static final HostileExports EXPORTS = new HostileExports(29);

    /// A pair as it comes back.
    ///
    /// @param labels  that it comes with
    /// @param answers of annotators: label by task, by annotator; the latest of each
    /// @param decided label and annotator by task, where a dispute was decided
    private record Back(String key, String text, @Nullable String knowledge, @Nullable String image, String split,
            Map<String, String> labels, Map<String, Map<String, String>> answers, Map<String, String> decided) {

        /// In a format that knows no decisions.
        Back undecided() {
            return new Back(key, text, knowledge, image, split, labels, answers, Map.of());
        }
    }

    private static Collected read(ExportFormat format, ExportLabels labels, boolean copyImages, Format guessed)
            throws IOException {
        return read(format, labels, copyImages, guessed, null);
    }

    private static Collected read(ExportFormat format, ExportLabels labels, boolean copyImages, Format guessed,
            @Nullable AtlasPoints points) throws IOException {
        var out = EXPORTS.export(format, labels, copyImages, points,
                format.key() + "-" + copyImages + format.extension());
        assertThat(Sources.guess(out).format()).isEqualTo(guessed);
        var read = Collected.of(out);
        assertThat(read.reasons()).isEmpty();
        return read;
    }

    private static List<Back> back(Collected read) {
        var backs = new LinkedHashMap<String, Back>();
        for (var row : read.rows) {
            var example = row.example();
            var back = backs.computeIfAbsent(example.key(), key -> new Back(key, example.text(), example.knowledge(),
                    place(example.key(), example.image()), example.split().key(), new TreeMap<>(example.labels()),
                    new TreeMap<>(), new TreeMap<>()));
            row.answers().stream().filter(answer -> !answer.gold() && !answer.deciding())
                    .forEach(answer -> back.answers
                            .computeIfAbsent(answer.annotator(), _ -> new TreeMap<>()).putAll(answer.labels()));
            row.answers().stream().filter(ImportedAnswer::deciding).forEach(answer -> answer.labels()
                    .forEach((task, label) -> back.decided.put(task, label + " by " + answer.annotator())));
        }
        var inOrder = new ArrayList<Back>();
        EXPORTS.rows().forEach(row -> inOrder.add(backs.get(row.example().key())));
        assertThat(backs).hasSize(HostileExports.COUNT);
        return inOrder;
    }

    /// Where a picture that came along lay.
    private static @Nullable String place(String key, @Nullable Path image) {
        if (image == null) {
            return null;
        }
        var was = EXPORTS.rows().stream().filter(row -> row.example().key().equals(key)).findFirst().orElseThrow()
                .example()
                .image();
        if (was != null && !was.equals(image)) {
            assertThat(image).hasSameBinaryContentAs(was);
            return was.toString();
        }
        return image.toString();
    }

    /// @param given    whether the dataset's labels come back, or what counts now
    /// @param answered whether answers come back
    private static List<Back> expected(boolean given, boolean answered) {
        return EXPORTS.rows().stream().map(row -> {
            var labels = new TreeMap<>(row.given());
            if (!given) {
                labels.putAll(row.answered());
            }
            var image = row.example().image();
            var answers = new HashMap<String, Map<String, String>>();
            if (answered) {
                EXPORTS.project().annotations().labelsByAnnotator(row.example().id())
                        .forEach((annotator, byTask) -> answers.put(annotator, new TreeMap<>(byTask)));
            }
            return new Back(row.example().key(), row.example().text(), row.example().knowledge(),
                    image == null ? null : image.toString(), row.example().split().key(), labels, answers,
                    answered ? decided(row.example().id()) : Map.of());
        }).toList();
    }

    /// What the history says, by its own words.
    private static Map<String, String> decided(long example) {
        var decided = new TreeMap<String, String>();
        for (var event : EXPORTS.project().annotations().history(example)) {
            if (event.counts() && event.circumstances().deciding() && event.task() != null) {
                decided.put(event.task(), event.label() + " by " + event.annotator());
            }
        }
        return decided;
    }

    private static List<Back> undecided(List<Back> backs) {
        return backs.stream().map(Back::undecided).toList();
    }

    /// Says where they differ, of four hundred.
    private static void same(List<Back> backs, List<Back> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(backs.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(backs).hasSameSizeAs(expected);
    }

    @Test
    void tables() throws IOException {
        for (boolean copyImages : new boolean[]{false, true}) {
            same(back(read(ExportFormat.CSV, new ExportLabels.Current(), copyImages, Format.TABLE)),
                    expected(false, false));
            same(back(read(ExportFormat.TSV, new ExportLabels.Current(), copyImages, Format.TABLE)),
                    expected(false, false));
        }
    }

    @Test
    void jsonLines() throws IOException {
        assertThat(expected(true, true)).filteredOn(pair -> !pair.decided.isEmpty()).hasSizeGreaterThan(10);
        same(back(read(ExportFormat.JSONL, new ExportLabels.Events(), false, Format.JSON_LINES)), expected(true, true));
        same(back(read(ExportFormat.JSONL, new ExportLabels.Current(), true, Format.JSON_LINES)), expected(true, true));
    }

    @Test
    void parquet() throws IOException {
        same(back(read(ExportFormat.PARQUET, new ExportLabels.Current(), false, Format.PARQUET)),
                expected(false, false));
        same(back(read(ExportFormat.PARQUET, new ExportLabels.Events(), true, Format.PARQUET)), expected(false, false));
    }

    @Test
    void mmsd2() throws IOException {
        same(back(read(ExportFormat.MMSD2, new ExportLabels.Current(), true, Format.MMSD2_JSON)),
                expected(false, false));
        same(back(read(ExportFormat.MMSD2, new ExportLabels.Current(), false, Format.MMSD2_JSON)),
                expected(false, false));
    }

    @Test
    void imageFolder() throws IOException {
        same(back(read(ExportFormat.IMAGEFOLDER, new ExportLabels.Annotators(), true, Format.IMAGE_FOLDER)),
                expected(true, true));
        assertThat(EXPORTS.rows()).anyMatch(row -> row.example().image() != null
                && !Files.exists(Objects.requireNonNull(row.example().image())));
    }

    /// Vectors and points are computed again; the pairs come back.
    @Test
    void embeddingAtlas() throws IOException {
        long[] ids = EXPORTS.project().examples().ids(ExampleFilter.ALL);
        var points = new AtlasPoints(ids, new float[ids.length][3], new double[ids.length], new double[ids.length],
                new int[ids.length][2], new float[ids.length][2]);
        for (boolean copyImages : new boolean[]{false, true}) {
            same(back(read(ExportFormat.ATLAS, new ExportLabels.Current(), copyImages, Format.PARQUET, points)),
                    expected(false, false));
        }
    }

    @Test
    void labelStudio() throws IOException {
        same(back(read(ExportFormat.LABEL_STUDIO, new ExportLabels.Annotators(), false, Format.LABEL_STUDIO)),
                undecided(expected(true, true)));
        same(back(read(ExportFormat.LABEL_STUDIO, new ExportLabels.Annotators(), true, Format.LABEL_STUDIO)),
                undecided(expected(true, true)));
    }

    @Test
    void doccano() throws IOException {
        same(back(read(ExportFormat.DOCCANO, new ExportLabels.Current(), true, Format.DOCCANO)), expected(true, true));
    }

    @Test
    void prodigy() throws IOException {
        same(back(read(ExportFormat.PRODIGY, new ExportLabels.Annotators(), true, Format.PRODIGY)),
                undecided(expected(true, true)));
    }
}
