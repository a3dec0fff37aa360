package org.askance.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.askance.storage.Unfinished;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells what was left by work on projects that was cut off, and removes it.
@Command(name = "unfinished", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.unfinished}")
final class UnfinishedCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--remove", description = "${bundle:cli.unfinished.remove}")
    private boolean remove;

    private final Terminal terminal;

    UnfinishedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var unfinished = new Unfinished(terminal.home().journal());
        var all = unfinished.list();
        if (all.isEmpty()) {
            terminal.tell("cli.unfinished.none");
        }
        int code = 0;
        for (var left : all) {
            terminal.give(left.told().in(terminal.strings()::told));
            if (remove && !removed(unfinished, left)) {
                code = FAILED;
            }
        }
        return code;
    }

    /// What is not surely ours stays; its sentence has said why.
    private boolean removed(Unfinished unfinished, Unfinished.Left left) {
        if (!left.ours()) {
            return false;
        }
        try {
            var stays = unfinished.remove(left);
            terminal.say(stays.equals(Told.NOTHING)
                    ? terminal.strings().get("unfinished.removed", left.folder())
                    : stays.in(terminal.strings()::told));
            return true;
        } catch (IOException e) {
            terminal.say(ToldException.of(e).in(terminal.strings()::told));
            return false;
        }
    }
}
