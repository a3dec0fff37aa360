package org.askance.app.cli;

import java.util.concurrent.Callable;
import org.askance.app.report.ScoredLine;
import org.askance.app.work.ScoreExamples;
import picocli.CommandLine.Command;

/// Scores with the current checkpoint what it has not scored yet.
@Command(name = "score", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.score}")
final class ScoreCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @picocli.CommandLine.Mixin
    private final DeviceOption device = new DeviceOption();

    private final Terminal terminal;

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return project.with(terminal, device, workspace -> {
            terminal.give(ScoredLine.of(terminal.run("score.working", new ScoreExamples(workspace)),
                    terminal.strings()));
            return 0;
        });
    }
}
