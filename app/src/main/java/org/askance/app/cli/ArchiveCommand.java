package org.askance.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.askance.storage.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Puts all of a project into one file.
@Command(name = "archive", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.archive}")
final class ArchiveCommand implements Callable<Integer> {

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "${bundle:cli.project}")
    private Path folder = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "${bundle:cli.archive.out}")
    private Path out = Path.of("");

    @Option(names = "--checkpoints", description = "${bundle:cli.archive.checkpoints}")
    private boolean checkpoints;

    private final Terminal terminal;

    ArchiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Opens no workspace: an archive needs no network, and must hold what is there, not a checkpoint more.
    @Override
    public Integer call() throws Exception {
        try (var project = Project.open(folder)) {
            return ExportCommand.archive(project, terminal, out, checkpoints);
        }
    }
}
