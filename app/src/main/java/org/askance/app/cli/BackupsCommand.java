package org.askance.app.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.askance.storage.Project;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists a project's backups, newest first, or makes one. The project need not be whole.
@Command(name = "backups", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.backups}")
final class BackupsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "${bundle:cli.project}")
    private Path folder = Path.of("");

    @Option(names = "--now", description = "${bundle:cli.backups.now}")
    private boolean now;

    private final Terminal terminal;

    BackupsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var backups = Project.backupsThere(folder);
        if (now) {
            try (var project = Project.open(folder)) {
                // The project's own: the opening's backup may be being made, and both would take one number.
                var made = project.backups().make(Backup.Kind.ASKED);
                terminal.give(terminal.strings().get("backups.made", made.file()));
            }
            return 0;
        }
        var contents = backups.contents();
        if (contents.isEmpty()) {
            terminal.tell("backups.none");
        }
        contents.forEach(content -> terminal.give(line(content)));
        return 0;
    }

    private String line(Backups.Content content) {
        var strings = terminal.strings();
        var backup = content.backup();
        return String.join("\t", Integer.toString(backup.number()), TIME.format(backup.at()),
                strings.get("backups.why." + backup.kind().name().toLowerCase(Locale.ROOT)),
                content.answers() < 0
                        ? strings.get("backups.unreadable")
                        : strings.get("cli.backups.answers", content.answers()),
                strings.get("backups.size", content.bytes() / 1_000_000.0));
    }
}
