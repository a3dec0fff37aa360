package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.files.Journal;

/// How long the export of all pairs takes, by format, and what memory the process needed at most.
public final class ExportBench {

    private ExportBench() {}

    /// `ExportBench FOLDER [COUNT]`; the project of [MillionPairs] in `FOLDER` is made if it is not there.
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        var folder = Path.of(arguments[0]);
        try (var project = MillionPairs.open(folder, count)) {
            var export = new ExampleExport(project.exportRows(), project.tasks().list());
            for (var format : List.of(ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.PARQUET,
                    ExportFormat.LABEL_STUDIO)) {
                var out = folder.resolveSibling("export" + format.extension());
                long start = System.nanoTime();
                var written = export.write(new ExampleExport.Order(format,
                        project.examples().ids(ExampleFilter.ALL), new ExportLabels.Current(),
                        project.checkpoints().current(), false, null, out), Journal.none(), _ -> {});
                System.out.printf("%-12s %,d rows, %,d MB, %.1f s; peak %s%n", format.key(), written.rows(),
                        Files.size(out) >> 20, (System.nanoTime() - start) / 1e9, Peak.most());
                Files.delete(out);
            }
        }
    }
}
