package org.askance.app.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.askance.app.report.EvaluationReport;
import org.askance.app.text.Numbers;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.app.work.FineTuneNetwork;
import org.askance.app.work.Workspace;
import org.askance.model.block.Precision;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.Learning;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Fine-tunes the current checkpoint, then evaluates old and new on the same split.
@Command(name = "train", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.train}")
final class TrainCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @picocli.CommandLine.Mixin
    private final DeviceOption device = new DeviceOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "Fine-tuned", description = "${bundle:cli.train.name}")
    private String name = "";

    @Option(names = "--preset", paramLabel = "PRESET", description = "${bundle:cli.train.preset}")
    private @Nullable Preset preset;

    @Option(names = "--epochs", paramLabel = "N", description = "${bundle:cli.train.epochs}")
    private @Nullable Integer epochs;

    @Option(names = "--batch-size", paramLabel = "N", description = "${bundle:cli.train.batch}")
    private @Nullable Integer batchSize;

    @Option(names = "--accumulate", paramLabel = "N", defaultValue = "1", description = "${bundle:cli.train.accumulate}")
    private int accumulate = 1;

    @Option(names = "--learning-rate", paramLabel = "X", description = "${bundle:cli.train.rate}")
    private @Nullable Double learningRate;

    @Option(names = "--seed", paramLabel = "N", description = "${bundle:cli.train.seed}")
    private @Nullable Long seed;

    @Option(names = "--alpha", paramLabel = "X", description = "${bundle:cli.train.alpha}")
    private @Nullable Double alpha;

    @Option(names = "--patience", paramLabel = "N", description = "${bundle:cli.train.patience}")
    private @Nullable Integer patience;

    @Option(names = "--balanced", description = "${bundle:cli.train.balanced}")
    private boolean balanced;

    @Option(names = "--mixed-precision", description = "${bundle:cli.train.mixed}")
    private boolean mixedPrecision;

    @Option(names = "--learn", paramLabel = "PART", description = "${bundle:cli.train.learn}")
    private @Nullable Part learn;

    @Option(names = "--last-layers", paramLabel = "N", description = "${bundle:cli.train.layers}")
    private @Nullable Integer lastLayers;

    @Option(names = "--teacher", paramLabel = "NAME|DIR", description = "${bundle:cli.train.teacher}")
    private @Nullable String teacher;

    @ArgGroup(exclusive = false)
    private @Nullable NewNetwork encoders;

    /// Named sets of settings.
    enum Preset {
        fine_tune, quick, paper
    }

    /// What learns, as typed in a terminal.
    enum Part {
        all(Learning.Part.ALL), text(Learning.Part.ALL_BUT_IMAGE_ENCODER), last(Learning.Part.LAST_LAYERS), fusion(
                Learning.Part.FUSION_AND_HEADS),
        heads(Learning.Part.HEADS);

        private final Learning.Part part;

        Part(Learning.Part part) {
            this.part = part;
        }
    }

    @Option(names = "--make-current", description = "${bundle:cli.train.current}")
    private boolean makeCurrent;

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        check();
        var plan = plan();
        var from = encoders == null
                ? NewNetwork.current(terminal, teacher)
                : encoders.from(terminal, teacher);
        if (from.isEmpty()) {
            return 1;
        }
        return project.with(terminal, device, workspace -> {
            var old = workspace.current();
            return switch (terminal.run("train.working",
                    new FineTuneNetwork(workspace, from.get(), plan, name, new Told()))) {
                case FineTuneNetwork.Ending.Trained trained -> trained(workspace, old, trained);
                case FineTuneNetwork.Ending.Stopped() -> throw new CancellationException();
                case FineTuneNetwork.Ending.NotEnoughMemory(TrainingPlan tried, @Nullable TrainingPlan smaller) -> {
                    if (smaller == null) {
                        terminal.tell("train.memory.none", tried.batchSize());
                    } else {
                        terminal.tell(tried.losses().alpha() > 0 ? "cli.train.memory.aligned" : "cli.train.memory",
                                tried.batchSize(), smaller.batchSize(),
                                smaller.accumulation());
                    }
                    yield 1;
                }
            };
        });
    }

    private int trained(Workspace workspace, Checkpoint old, FineTuneNetwork.Ending.Trained trained)
            throws Exception {
        var note = trained.note();
        if (note != null) {
            terminal.say(note.in(terminal.strings()::told));
        }
        trained.unreadable().forEach(told -> terminal.say(told.in(terminal.strings()::told)));
        var annotations = workspace.project().annotations();
        var split = annotations.labels(Split.TEST).isEmpty() ? Split.VALIDATION : Split.TEST;
        var before = terminal.run("train.evaluating", new EvaluateCheckpoint(workspace, old, split));
        var after = terminal.run("train.evaluating", new EvaluateCheckpoint(workspace, trained.checkpoint(), split));
        new EvaluationLines(terminal.strings()).of(new EvaluationReport(after, null, before))
                .forEach(terminal::give);
        terminal.give(terminal.strings().get("cli.train.done", trained.checkpoint().name(),
                trained.checkpoint().folder(), trained.bestEpoch()));
        if (makeCurrent) {
            workspace.makeCurrent(trained.checkpoint());
        }
        return 0;
    }

    private void check() {
        least("--epochs", epochs, 1);
        least("--batch-size", batchSize, 2);
        least("--accumulate", accumulate, 1);
        least("--patience", patience, 0);
        least("--last-layers", lastLayers, 1);
        least("--alpha", alpha, 0);
        if (learningRate != null && !(learningRate > 0 && learningRate <= 1)) {
            throw wrong("cli.train.rate.wrong", Numbers.typed(terminal.strings(), learningRate));
        }
        if (lastLayers != null && learn != Part.last) {
            throw wrong("cli.train.layers.alone");
        }
    }

    private void least(String option, @Nullable Number value, int least) {
        if (value != null && !(value.doubleValue() >= least && Double.isFinite(value.doubleValue()))) {
            throw wrong("cli.train.least", option, least, Numbers.typed(terminal.strings(), value.doubleValue()));
        }
    }

    private ParameterException wrong(String key, Object... values) {
        return new ParameterException(spec.commandLine(), terminal.strings().get(key, values));
    }

    private TrainingPlan plan() {
        var chosen = preset == null ? encoders == null ? Preset.fine_tune : Preset.paper : preset;
        var plan = switch (chosen) {
            case fine_tune -> TrainingPlan.fineTune();
            case quick -> TrainingPlan.quick();
            case paper -> TrainingPlan.paper();
        };
        plan = epochs == null ? plan : plan.withEpochs(epochs);
        plan = plan.withBatches(batchSize == null ? plan.batchSize() : batchSize, accumulate);
        plan = learningRate == null ? plan : plan.withLearningRate(learningRate);
        plan = seed == null ? plan : plan.withSeed(seed);
        plan = mixedPrecision ? plan.withPrecision(Precision.MIXED) : plan;
        plan = patience == null ? plan : plan.withPatience(patience);
        plan = learn == null
                ? plan
                : plan.withLearning(lastLayers == null
                        ? Learning.of(learn.part)
                        : new Learning(learn.part, lastLayers));
        // Without a teacher there is nothing to align with.
        double noTeacher = encoders != null && teacher == null ? 0 : plan.losses().alpha();
        return plan.withLosses(new TrainingPlan.LossPlan(alpha == null ? noTeacher : alpha, plan.losses().beta(),
                plan.losses().tau(), balanced));
    }

    private final class Told implements TrainingListener {
        @Override
        public void resumed(int step, int totalSteps) {
            terminal.note(terminal.strings().get("cli.train.resumed", step, totalSteps));
        }

        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void epoch(EpochRecord epoch) {
            var line = new StringBuilder(
                    String.format(terminal.strings().locale(), "%s %d: %s %.4f", terminal.strings().get(
                            "train.epoch"), epoch.epoch(), terminal.strings().get("train.loss"), epoch.trainLoss()));
            epoch.validation().forEach((metric, value) -> {
                if (metric.endsWith("macro_f1")) {
                    line.append(String.format(terminal.strings().locale(), ", %s %.3f", metric, value));
                }
            });
            terminal.note(line.toString());
        }
    }
}
