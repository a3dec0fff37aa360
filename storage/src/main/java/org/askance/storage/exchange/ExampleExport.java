package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Staging;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;

/// Writes examples in any format, whole or not at all. An older file of the name is replaced; a folder must not
/// be there yet, or be empty.
public final class ExampleExport {

    private final ExportRows rows;
    private final List<TaskDefinition> tasks;

    public ExampleExport(ExportRows rows, List<TaskDefinition> tasks) {
        this.rows = rows;
        this.tasks = List.copyOf(tasks);
    }

    /// What is wanted.
    ///
    /// @param ids        which examples, in which order
    /// @param checkpoint whose predictions are written; `null`: none
    /// @param copyImages whether pictures come along
    /// @param timesOf    the annotator whose answer times are written; `null`: nobody's
    /// @param atlas      needed by [ExportFormat#ATLAS], and by it alone
    /// @param out        the file, or the folder
    public record Order(ExportFormat format, long[] ids, ExportLabels labels, @Nullable Checkpoint checkpoint,
            boolean copyImages, @Nullable String timesOf, @Nullable AtlasPoints atlas, Path out) {

        /// The same without anyone's answer times.
        public Order(ExportFormat format, long[] ids, ExportLabels labels, @Nullable Checkpoint checkpoint,
                boolean copyImages, @Nullable AtlasPoints atlas, Path out) {
            this(format, ids, labels, checkpoint, copyImages, null, atlas, out);
        }
    }

    /// @param rows          how many examples were written
    /// @param missingImages how many pictures should have come along but were gone
    /// @param unplaced how many examples the format has no place for: on the map, those that are not scored
    /// @param earlierActs skips, and answers that were replaced or taken back, which come along in the whole history alone
    public record Written(int rows, int missingImages, int unplaced, int earlierActs) {}

    /// Writes what `order` says.
    ///
    /// @param journal tells the next start, should this program be killed meanwhile
    /// @param done    hears how many rows are written; may throw to stop, then nothing is left behind
    /// @throws IOException with a sentence that names the file; nothing is left behind
    public Written write(Order order, Journal journal, IntConsumer done) throws IOException {
        var out = order.out.toAbsolutePath().normalize();
        var entry = rows.entry(out);
        try (var _ = journal.begin(entry); var staging = Staging.beside(out, order.format.isFolder(), entry.id())) {
            boolean copying = order.copyImages || order.format.alwaysCopiesImages();
            var images = new ExportImages(staging.folder(), imageFolder(order.format, out), copying);
            var run = new Run(order, staging.folder(), images, out, done);
            rows.read(order.ids, order.checkpoint == null ? null : order.checkpoint.id(), order.timesOf,
                    run);
            staging.commit();
            return new Written(run.written, images.missing(), run.unplaced, run.earlierActs);
        }
    }

    private static String imageFolder(ExportFormat format, Path out) {
        return format == ExportFormat.MMSD2
                ? MmsdWriter.IMAGES
                : format.isFolder() ? "images" : stem(out) + "_images";
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// One writing: opens the writer once the annotators are known, and closes it after the last page.
    private final class Run implements ExportRows.Sink {
        private final Order order;
        private final Path folder;
        private final ExportImages images;
        private final Path out;
        private final IntConsumer done;
        private final Set<Long> placed;
        private int written;
        private int unplaced;
        private int earlierActs;

        Run(Order order, Path folder, ExportImages images, Path out, IntConsumer done) {
            this.order = order;
            this.folder = folder;
            this.images = images;
            this.out = out;
            this.done = done;
            this.placed = order.atlas == null ? Set.of() : order.atlas.rows().keySet();
        }

        @Override
        public void read(ExportRows.Pages pages) throws IOException {
            var scope = new ExportScope(tasks, pages.annotators(), order.labels,
                    order.checkpoint == null ? null : order.checkpoint.name(), images);
            try (var writer = open(scope)) {
                for (var page = pages.next(); page != null; page = pages.next()) {
                    for (var row : page) {
                        writer.write(row);
                        count(row);
                    }
                    done.accept(written + unplaced);
                }
            }
        }

        private void count(ExportRow row) {
            if (order.atlas != null && !placed.contains(row.example().id())) {
                unplaced++;
                return;
            }
            written++;
            if (!(order.labels instanceof ExportLabels.Events)) {
                earlierActs += row.earlierActs();
            }
        }

        private ExampleWriter open(ExportScope scope) throws IOException {
            var file = folder.resolve(String.valueOf(out.getFileName()));
            return switch (order.format) {
                case CSV -> new TableWriter(file, ',', scope);
                case TSV -> new TableWriter(file, '\t', scope);
                case JSONL -> new JsonLinesWriter(file, scope);
                case MMSD2 -> new MmsdWriter(folder, scope);
                case LABEL_STUDIO -> {
                    LabelStudioConfig.write(folder.resolve(stem(out) + ".xml"), tasks);
                    yield new LabelStudioWriter(file, scope);
                }
                case DOCCANO -> new DoccanoWriter(file, scope);
                case PRODIGY -> new ProdigyWriter(file, scope);
                case IMAGEFOLDER -> new ImageFolderWriter(folder, scope);
                case PARQUET -> new ParquetExampleWriter(file, scope);
                case ATLAS -> new AtlasWriter(file, scope, java.util.Objects.requireNonNull(order.atlas), order.ids);
            };
        }
    }
}
