package org.askance.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.askance.app.text.Strings;
import org.askance.app.work.Baselines;
import org.askance.app.work.Evaluation;
import org.askance.storage.files.AtomicFiles;
import org.jspecify.annotations.Nullable;

/// An evaluation, and what it is held against: as JSON for programs and as Markdown for people.
///
/// @param baselines what each half alone gives on the same split
/// @param older     another checkpoint on the same split, which this one is compared with
public record EvaluationReport(Evaluation evaluation, @Nullable Baselines baselines, @Nullable Evaluation older) {

    /// One object: what was evaluated, per task the figures, each class, and the confusion with true labels in rows.
    public String json() {
        return new JsonReport(this).text();
    }

    /// A page that explains itself.
    public String markdown(Strings strings) {
        return new MarkdownReport(this, strings).text();
    }

    /// Writes the report: JSON where the file is called so, else Markdown.
    public void write(Path file, Strings strings) throws IOException {
        String text = file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? json() : markdown(strings);
        AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
