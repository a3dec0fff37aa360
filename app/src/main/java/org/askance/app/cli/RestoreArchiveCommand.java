package org.askance.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.askance.app.work.RestoreArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a project of an archive.
@Command(name = "restore-archive", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.restore}")
final class RestoreArchiveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "${bundle:cli.restore.archive}")
    private Path archive = Path.of("");

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "${bundle:cli.restore.project}")
    private Path folder = Path.of("");

    private final Terminal terminal;

    RestoreArchiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var place = folder.toAbsolutePath().normalize();
        int files = terminal.run("restore.working",
                new RestoreArchive(archive.toAbsolutePath(), place, terminal.home().journal()));
        terminal.give(terminal.strings().get("restore.done", files, place));
        return 0;
    }
}
