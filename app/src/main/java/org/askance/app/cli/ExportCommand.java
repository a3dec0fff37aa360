package org.askance.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.askance.app.work.ExportExamples;
import org.askance.storage.dataset.ExampleFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a project's pairs with their labels, answers and predictions.
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.export}")
final class ExportCommand implements Callable<Integer> {

    /// What can be written.
    enum Format {
        csv
    }

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "${bundle:cli.export.format}")
    private Format format = Format.csv;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "${bundle:cli.export.out}")
    private Path out = Path.of("");

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return project.with(terminal, workspace -> {
            int count = switch (format) {
                case csv -> terminal.run("export.title",
                        new ExportExamples(workspace.project(), ExampleFilter.ALL, out.toAbsolutePath()));
            };
            terminal.give(terminal.strings().get("export.done", count, out.toAbsolutePath().normalize()));
            return 0;
        });
    }
}
