package org.askance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.app.work.FineTuneNetwork;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.dataset.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Fine-tunes the current checkpoint, then evaluates old and new on the same split.
@Command(name = "train", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.train}")
final class TrainCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "Fine-tuned", description = "${bundle:cli.train.name}")
    private String name = "";

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "4", description = "${bundle:cli.train.epochs}")
    private int epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "${bundle:cli.train.seed}")
    private long seed;

    @Option(names = "--alpha", paramLabel = "X", defaultValue = "1", description = "${bundle:cli.train.alpha}")
    private double alpha;

    @Option(names = "--make-current", description = "${bundle:cli.train.current}")
    private boolean makeCurrent;

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (epochs < 1) {
            terminal.tell("cli.train.none", epochs);
            return 2;
        }
        var plan = TrainingPlan.fineTune().withEpochs(epochs).withSeed(seed).withAlpha(alpha);
        return project.with(terminal, workspace -> {
            var old = workspace.current();
            var trained = terminal.run("train.working", new FineTuneNetwork(workspace, plan, name, new Told()))
                    .orElseThrow(CancellationException::new);
            trained.unreadable().forEach(terminal::say);
            var annotations = workspace.project().annotations();
            var split = annotations.labels(Split.TEST).isEmpty() ? Split.VALIDATION : Split.TEST;
            for (var checkpoint : List.of(old, trained.checkpoint())) {
                var evaluation = terminal.run("train.evaluating",
                        new EvaluateCheckpoint(workspace, checkpoint, split));
                EvaluationLines.lines(evaluation, terminal.strings()).forEach(terminal::give);
            }
            terminal.give(terminal.strings().get("cli.train.done", trained.checkpoint().name(),
                    trained.checkpoint().folder(), trained.bestEpoch()));
            if (makeCurrent) {
                workspace.makeCurrent(trained.checkpoint());
            }
            return 0;
        });
    }

    private final class Told implements TrainingListener {
        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void epoch(EpochRecord epoch) {
            var line = new StringBuilder(String.format(Locale.ROOT, "%s %d: %s %.4f", terminal.strings().get(
                    "train.epoch"), epoch.epoch(), terminal.strings().get("train.loss"), epoch.trainLoss()));
            epoch.validation().forEach((metric, value) -> {
                if (metric.endsWith("macro_f1")) {
                    line.append(String.format(Locale.ROOT, ", %s %.3f", metric, value));
                }
            });
            terminal.note(line.toString());
        }
    }
}
