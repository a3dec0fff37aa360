package org.askance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.askance.app.work.TrainBundled;
import org.askance.model.device.Compute;
import org.askance.model.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Trains the bundled checkpoints again from nothing, with every ablation that the README reports.
@Command(name = "reproduce", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.reproduce}")
final class ReproduceCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "${bundle:cli.reproduce.out}")
    private Path out = Path.of("");

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1,2,3", description = "${bundle:cli.reproduce.seeds}")
    private List<Long> seeds = List.of();

    @picocli.CommandLine.Mixin
    private final DeviceOption device = new DeviceOption();

    private final Terminal terminal;

    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        try (var compute = Compute.start(device.settings())) {
            new TrainBundled(compute, out, terminal::say, terminal::isStopped).run(seeds, TrainingPlan.bundled());
        }
        terminal.give(terminal.strings().get("cli.reproduce.done", out.resolve("report.json").toAbsolutePath()));
        return 0;
    }
}
