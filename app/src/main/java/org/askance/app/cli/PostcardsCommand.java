package org.askance.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.askance.app.work.WritePostcards;
import org.askance.assets.postcards.PostcardsPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Draws a Postcards dataset into a folder.
@Command(name = "postcards", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.postcards}")
final class PostcardsCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "${bundle:cli.postcards.out}")
    private Path out = Path.of("");

    @Option(names = "--count", paramLabel = "N", defaultValue = ""
            + PostcardsPlan.DEFAULT_COUNT, description = "${bundle:cli.postcards.count}")
    private int count;

    @Option(names = "--seed", paramLabel = "N", defaultValue = ""
            + PostcardsPlan.DEFAULT_SEED, description = "${bundle:cli.postcards.seed}")
    private long seed;

    private final Terminal terminal;

    PostcardsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            terminal.tell("cli.postcards.none", count);
            return 2;
        }
        int made = terminal.run("postcards.making", new WritePostcards(out, new PostcardsPlan(count, seed)));
        terminal.give(terminal.strings().get("cli.postcards.done", made, out.toAbsolutePath().normalize()));
        return 0;
    }
}
