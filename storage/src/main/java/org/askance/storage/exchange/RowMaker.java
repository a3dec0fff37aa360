package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Makes rows of one file and hands them on, clean; what is wrong with them becomes a problem.
final class RowMaker {

    private static final int LONGEST_KEY = 500;
    private static final Told OTHER_LABEL = OfReading.OTHER_LABEL.with();
    private static final Told OTHER_IMAGE = OfReading.OTHER_IMAGE.with();

    private final Path file;
    private final LabelMatcher labels;
    private final ImagePaths images;
    private final ExampleSource.Sink sink;
    private boolean numbered;
    private @Nullable RefusedImage refused;

    /// Why the row names no picture that may be looked at.
    private record RefusedImage(long line, Told reason) {}

    RowMaker(Path file, LabelMatcher labels, ImagePaths images, ExampleSource.Sink sink) {
        this.file = file;
        this.labels = labels;
        this.images = images;
        this.sink = sink;
    }

    ExampleSource.Sink sink() {
        return sink;
    }

    LabelMatcher labels() {
        return labels;
    }

    void problem(long line, Told reason) {
        sink.problem(new RowProblem(file, line, CleanText.of(reason)));
    }

    void problem(long line, Told reason, Told remedy) {
        sink.problem(new RowProblem(file, line, CleanText.of(reason), remedy));
    }

    /// The id of a row whose source gives it none.
    String lineId(long line) {
        numbered = true;
        return Long.toString(line);
    }

    /// The label that `value` spells, or `null`.
    @Nullable
    String label(long line, String task, @Nullable String value) {
        return switch (labels.match(task, value)) {
            case LabelMatcher.Match.Label(String name) -> name;
            case LabelMatcher.Match.None() -> null;
            case LabelMatcher.Match.Unknown(Told reason) -> {
                problem(line, reason, OTHER_LABEL);
                yield null;
            }
        };
    }

    /// The label as a map, empty if there is none.
    Map<String, String> labelled(long line, String task, @Nullable String value) {
        var label = label(line, task, value);
        return label == null ? Map.of() : Map.of(task, label);
    }

    /// Puts the label that `value` spells, perhaps behind its task and a colon, into `chosen`.
    void choose(long line, String value, Map<String, String> chosen) {
        int colon = value.indexOf(':');
        var named = colon > 0 && labels.isTask(value.substring(0, colon)) ? value.substring(0, colon) : null;
        var task = named == null ? labels.taskOf(value) : named;
        if (task == null) {
            problem(line, OfReading.NO_LABEL_OF_ANY_OR_SEVERAL.with(value),
                    OTHER_LABEL);
            return;
        }
        var label = label(line, task, named == null ? value : value.substring(colon + 1));
        var first = label == null ? null : chosen.putIfAbsent(task, label);
        if (first != null && !first.equals(label)) {
            problem(line, OfReading.TWO_LABELS.with(task, first));
        }
    }

    /// Where the image lies that the row names; `null` if it names none or that cannot be used.
    @Nullable
    Path image(long line, @Nullable String name) {
        return name == null || name.isBlank() ? null : image(line, images.resolve(name.strip()));
    }

    /// Where the image lies that is called as the pair.
    @Nullable
    Path imageOf(long line, String id) {
        return image(line, images.byId(id));
    }

    /// Where `place` is; `null` if that cannot be used.
    @Nullable
    Path image(long line, ImagePaths.Place place) {
        return switch (place) {
            case ImagePaths.Place.At(Path path) -> path;
            case ImagePaths.Place.Refused(Told reason) -> {
                problem(line, OfReading.WITHOUT_IMAGE.with(reason), OTHER_IMAGE);
                refused = new RefusedImage(line, reason);
                yield null;
            }
        };
    }

    /// What the pair itself says of its picture; `null` where its source names none.
    private @Nullable String whyWithout(long line) {
        return refused == null || refused.line != line
                ? null
                : CleanText.of(OfFile.REFUSED.with(refused.reason)).english();
    }

    /// Hands a plain pair on.
    void row(long line, String key, String text, @Nullable String knowledge, @Nullable Path image, Split split,
            Map<String, String> given) {
        row(line, key, text, knowledge, image, split, given, new Said(List.of(), List.of(), List.of(), null));
    }

    /// What a row holds beyond its pair.
    ///
    /// @param edits see [SourceRow]
    record Said(List<ImportedAnswer> answers, List<ImportedPrediction> predictions, List<Remark> remarks,
            @Nullable EmbeddedImage image, Map<String, String> edits) {

        Said(List<ImportedAnswer> answers, List<ImportedPrediction> predictions, List<Remark> remarks,
                @Nullable EmbeddedImage image) {
            this(answers, predictions, remarks, image, Map.of());
        }

        Said withEdits(Map<String, String> typed) {
            return new Said(answers, predictions, remarks, image, typed);
        }
    }

    /// Hands a pair on unless it lacks an id or a text.
    void row(long line, String key, String text, @Nullable String knowledge, @Nullable Path image, Split split,
            Map<String, String> given, Said said) {
        boolean byLine = numbered;
        numbered = false;
        String id = CleanText.of(key).strip();
        String clean = CleanText.of(text);
        if (id.isEmpty()) {
            problem(line, OfReading.NO_ID.with(), OfReading.GIVE_ID.with());
        } else if (id.length() > LONGEST_KEY) {
            problem(line, OfReading.LONG_ID.with(id.length(), LONGEST_KEY));
        } else if (clean.isBlank()) {
            problem(line, OfReading.NO_TEXT.with(), OfReading.GIVE_TEXT.with());
        } else {
            String read = knowledge == null || knowledge.isBlank() ? null : CleanText.of(knowledge);
            if (byLine) {
                sink.numbered();
            }
            sink.row(new SourceRow(file, line, new NewExample(id, clean, read, image, split, given, null,
                    image == null && said.image == null ? whyWithout(line) : null),
                    said.answers, said.predictions, said.remarks, said.image, said.edits));
        }
    }
}
