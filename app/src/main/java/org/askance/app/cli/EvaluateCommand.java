package org.askance.app.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Evaluates a checkpoint of the project on a split.
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.evaluate}")
final class EvaluateCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--split", paramLabel = "SPLIT", defaultValue = "test", description = "${bundle:cli.evaluate.split}")
    private String split = "";

    @Option(names = "--checkpoint", paramLabel = "NAME", description = "${bundle:cli.evaluate.checkpoint}")
    private @Nullable String checkpoint;

    @Option(names = "--json", description = "${bundle:cli.evaluate.json}")
    private boolean json;

    private final Terminal terminal;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var of = Arrays.stream(Split.values()).filter(one -> one.key().equals(split)).findFirst();
        if (of.isEmpty()) {
            terminal.tell("cli.evaluate.split.unknown", split,
                    Arrays.stream(Split.values()).map(Split::key).collect(Collectors.joining(", ")));
            return 2;
        }
        return project.with(terminal, workspace -> {
            var all = workspace.project().checkpoints().list();
            var chosen = checkpoint == null
                    ? workspace.current()
                    : all.stream().filter(one -> one.name().equals(checkpoint)).reduce((_, last) -> last).orElse(null);
            if (chosen == null) {
                terminal.tell("cli.evaluate.checkpoint.unknown", String.valueOf(checkpoint),
                        all.stream().map(one -> one.name()).collect(Collectors.joining(", ")));
                return 2;
            }
            var evaluation = terminal.run("cli.evaluating",
                    new EvaluateCheckpoint(workspace, chosen, of.get()));
            if (json) {
                terminal.give(EvaluationReport.json(evaluation, workspace.project().tasks().list()));
            } else {
                EvaluationReport.lines(evaluation, terminal.strings()).forEach(terminal::give);
            }
            return evaluation.byTask().isEmpty() ? 1 : 0;
        });
    }
}
