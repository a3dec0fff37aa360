package org.askance.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.askance.app.work.RelinkImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds pictures of a project that were moved.
@Command(name = "relink", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.relink}")
final class RelinkCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "${bundle:cli.relink.folder}")
    private final List<Path> folders = new ArrayList<>();

    @Option(names = "--dry-run", description = "${bundle:cli.relink.dry}")
    private boolean dry;

    private final Terminal terminal;

    RelinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return project.with(terminal, workspace -> {
            var relinked = terminal.run("relink.working",
                    new RelinkImages(workspace.project(), folders, dry));
            new TreeMap<>(relinked.found()).entrySet().stream().limit(SHOWN)
                    .forEach(found -> terminal.say(found.getKey() + ": " + found.getValue()));
            terminal.give(terminal.strings().get(dry ? "cli.relink.would" : "cli.relink.done",
                    relinked.found().size(), relinked.missing().size()));
            return 0;
        });
    }
}
