package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.askance.model.TinyNetwork;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training process that is killed in the middle goes on where it stood, and ends with the same bits.
class KilledTrainingTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private static final class Resumed implements TrainingListener {
        private int at;

        @Override
        public void resumed(int step, int totalSteps) {
            at = step;
        }

        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void epoch(EpochRecord epoch) {}
    }

    @Test
    void itEndsWithTheCheckpointOfAnUnbrokenOne() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        int steps = TrainingChild.EPOCHS * 4;
        int killedAt = steps / 4 + new Random(seed).nextInt(steps / 3);
        var tiny = new TinyNetwork(COMPUTE, folder);
        killAfter(killedAt);
        assertThat(folder.resolve("killed")).doesNotExist();

        var resumed = new Resumed();
        TrainNetwork.run(COMPUTE, TrainingChild.request(tiny, "killed"), resumed, () -> false);
        var whole = new Resumed();
        TrainNetwork.run(COMPUTE, TrainingChild.request(tiny, "whole"), whole, () -> false);

        System.out.printf("killed after step %d of %d (seed %d), went on after step %d%n", killedAt, steps, seed,
                resumed.at);
        assertThat(whole.at).isZero();
        assertThat(resumed.at).isPositive();
        assertThat(Files.mismatch(folder.resolve("killed/model.safetensors"),
                folder.resolve("whole/model.safetensors"))).isEqualTo(-1);
    }

    /// Kills the process as soon as it has told that step.
    private void killAfter(int step) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(TrainingChild.class.getName(), folder.toString()));
        var log = folder.resolve("child.log");
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var last = "";
            for (var line = out.readLine(); line != null && !last.equals("step " + step); line = out.readLine()) {
                last = line;
            }
            assertThat(last).as(Files.readString(log)).isEqualTo("step " + step);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
