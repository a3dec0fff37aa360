package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.NewExample;
import org.jspecify.annotations.Nullable;

/// A pair with all that its source says about it.
///
/// @param file  where the row stands
/// @param line  from 1
/// @param image the picture, if the source itself holds it; then `example` names none
/// @param edits labels, by task, that somebody typed into a table of ours: nobody's answers yet
public record SourceRow(Path file, long line, NewExample example, List<ImportedAnswer> answers,
        List<ImportedPrediction> predictions, List<Remark> remarks, @Nullable EmbeddedImage image,
        Map<String, String> edits) {

    public SourceRow {
        answers = List.copyOf(answers);
        predictions = List.copyOf(predictions);
        remarks = List.copyOf(remarks);
        edits = Map.copyOf(edits);
    }

    /// A row into which nobody typed anything.
    public SourceRow(Path file, long line, NewExample example, List<ImportedAnswer> answers,
            List<ImportedPrediction> predictions, List<Remark> remarks, @Nullable EmbeddedImage image) {
        this(file, line, example, answers, predictions, remarks, image, Map.of());
    }

    /// A row that says nothing beyond the pair.
    public SourceRow(Path file, long line, NewExample example) {
        this(file, line, example, List.of(), List.of(), List.of(), null);
    }

    /// Whether people said anything about the pair; then the same pair may have several rows.
    public boolean isJudged() {
        return !(answers.isEmpty() && remarks.isEmpty() && predictions.isEmpty());
    }

    public SourceRow with(NewExample other) {
        return new SourceRow(file, line, other, answers, predictions, remarks, image, edits);
    }
}
