package org.askance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.report.EvaluationReport;
import org.askance.app.work.Baselines;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.app.work.Evaluation;
import org.askance.app.work.MeasureBaselines;
import org.askance.app.work.Workspace;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Evaluates a checkpoint of the project on a split.
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.evaluate}")
final class EvaluateCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @picocli.CommandLine.Mixin
    private final DeviceOption device = new DeviceOption();

    @Option(names = "--split", paramLabel = "SPLIT", defaultValue = "test", description = "${bundle:cli.evaluate.split}")
    private String split = "";

    @Option(names = "--checkpoint", paramLabel = "NAME", description = "${bundle:cli.evaluate.checkpoint}")
    private @Nullable String checkpoint;

    @Option(names = "--json", description = "${bundle:cli.evaluate.json}")
    private boolean json;

    @Option(names = "--baselines", description = "${bundle:cli.evaluate.baselines}")
    private boolean baselines;

    @Option(names = "--against", paramLabel = "NAME", description = "${bundle:cli.evaluate.against}")
    private @Nullable String against;

    @Option(names = "--report", paramLabel = "FILE", description = "${bundle:cli.evaluate.report}")
    private @Nullable Path report;

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
        return project.with(terminal, device, workspace -> {
            var all = workspace.project().checkpoints().list();
            for (var name : Stream.of(checkpoint, against).filter(Objects::nonNull).toList()) {
                if (all.stream().noneMatch(one -> one.name().equals(name))) {
                    terminal.tell("cli.evaluate.checkpoint.unknown", name,
                            all.stream().map(Checkpoint::name).collect(Collectors.joining(", ")));
                    return 2;
                }
            }
            var evaluation = evaluate(workspace, checkpoint == null ? workspace.current() : named(all, checkpoint),
                    of.get());
            var other = against == null ? null : evaluate(workspace, named(all, against), of.get());
            var halves = baselines ? halves(workspace, of.get()) : null;
            give(new EvaluationReport(evaluation, halves, other));
            return evaluation.byTask().isEmpty() ? 1 : 0;
        });
    }

    private Baselines halves(Workspace workspace, Split of) throws Exception {
        var measured = terminal.run("cli.evaluating.baselines", new MeasureBaselines(workspace, of));
        if (measured.kept()) {
            terminal.tell("cli.evaluate.baselines.kept");
        }
        return measured.baselines();
    }

    private Evaluation evaluate(Workspace workspace, Checkpoint chosen, Split of)
            throws Exception {
        return terminal.run("cli.evaluating", new EvaluateCheckpoint(workspace, chosen, of));
    }

    /// The newest of that name.
    private static Checkpoint named(List<Checkpoint> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).reduce((_, last) -> last).orElseThrow();
    }

    private void give(EvaluationReport found) throws IOException {
        if (json) {
            terminal.give(found.json());
        } else {
            new EvaluationLines(terminal.strings()).of(found).forEach(terminal::give);
        }
        if (report != null) {
            found.write(report, terminal.strings());
        }
    }
}
