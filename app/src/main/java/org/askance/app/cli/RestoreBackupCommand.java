package org.askance.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.askance.storage.Project;
import org.askance.storage.sql.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a backup in the place of a project's file, which stays among the backups.
@Command(name = "restore-backup", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.restore.backup}")
final class RestoreBackupCommand implements Callable<Integer> {

    private static final int WRONG_USAGE = 2;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "${bundle:cli.restore.backup.number}")
    private int number;

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "${bundle:cli.project}")
    private Path folder = Path.of("");

    private final Terminal terminal;

    RestoreBackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var backups = Project.backupsThere(folder);
        var all = backups.list();
        var chosen = all.stream().filter(backup -> backup.number() == number).findFirst();
        if (chosen.isEmpty()) {
            terminal.tell(all.isEmpty() ? "backups.none" : "cli.restore.backup.unknown", number,
                    all.stream().map(Backup::number).map(String::valueOf).collect(Collectors.joining(", ")));
            return WRONG_USAGE;
        }
        terminal.run("backups.restoring", _ -> {
            Project.restore(folder, chosen.get());
            return true;
        });
        terminal.give(terminal.strings().get("cli.restore.backup.done", number, folder));
        backups.list().stream().filter(backup -> backup.kind() == Backup.Kind.REPLACED && !all.contains(backup))
                .findFirst().ifPresent(kept -> terminal.tell("cli.restore.backup.kept", kept.number()));
        return 0;
    }
}
