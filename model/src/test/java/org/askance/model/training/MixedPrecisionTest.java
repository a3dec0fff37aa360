package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Precision;
import org.askance.model.device.Compute;
import org.askance.model.device.DeviceSettings;
import org.askance.model.device.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training with matrix products in bfloat16, on a CPU that says it has them. Whether it really does decides about
/// speed alone.
class MixedPrecisionTest {

    @TempDir
    private Path folder;

    private Compute compute(String instructions) throws IOException {
        Files.createDirectories(folder.resolve("proc"));
        Files.writeString(folder.resolve("proc/cpuinfo"), "model name\t: A CPU\nflags\t\t: fpu " + instructions + "\n");
        return Compute.start(DeviceSettings.ofProperties(),
                new Machine(folder, Map.of(), Map.of("os.name", "Linux", "os.arch", "amd64")));
    }

    private static final class Losses implements TrainingListener {
        private final List<Double> all = new ArrayList<>();

        @Override
        public void step(int step, int totalSteps, double loss) {
            all.add(loss);
        }

        @Override
        public void epoch(EpochRecord epoch) {}
    }

    @Test
    void lossesFollowThoseOfFloat32AndTheCheckpointIsFloat32() throws IOException {
        try (var compute = compute("avx512_bf16")) {
            assertThat(compute.device().bfloat16()).isTrue();
            var tiny = new TinyNetwork(compute, folder);
            var pairs = tiny.pairs("train", 32);
            var plan = TinyNetwork.plan(4);
            var plain = new Losses();
            var mixed = new Losses();
            TrainNetwork.run(compute, tiny.request(pairs, pairs, plan, "plain"), plain, () -> false);
            var outcome = TrainNetwork.run(compute,
                    tiny.request(pairs, pairs, plan.withPrecision(Precision.MIXED), "mixed"), mixed, () -> false);

            assertThat(mixed.all).hasSameSizeAs(plain.all).isNotEqualTo(plain.all);
            for (int i = 0; i < plain.all.size(); i++) {
                assertThat(mixed.all.get(i)).as("step %d", i).isCloseTo(plain.all.get(i),
                        within(0.05 * plain.all.get(i)));
            }
            assertThat(outcome).isInstanceOf(Outcome.Finished.class);
            assertThat(Files.size(folder.resolve("mixed/model.safetensors")))
                    .isEqualTo(Files.size(folder.resolve("plain/model.safetensors")));
            assertThat(header(folder.resolve("mixed/model.safetensors"))).contains("\"F32\"").doesNotContain("BF16");
            assertThat(new ObjectMapper().readTree(folder.resolve("mixed/training.json").toFile())
                    .at("/plan/precision").asText()).isEqualTo("MIXED");
            assertThat(folder.resolve("mixed/README.md")).content().contains("mixed precision");
            assertThat(folder.resolve("plain/README.md")).content().doesNotContain("mixed precision");
        }
    }

    private static String header(Path file) throws IOException {
        return new String(Files.readAllBytes(file), 0, 200, StandardCharsets.ISO_8859_1);
    }

    @Test
    void oneThatWasStoppedGoesOnWithTheSameLosses() throws IOException {
        try (var compute = compute("amx_bf16")) {
            var tiny = new TinyNetwork(compute, folder);
            var pairs = tiny.pairs("train", 32);
            var plan = TinyNetwork.plan(2).withPrecision(Precision.MIXED);
            var whole = new Losses();
            TrainNetwork.run(compute, tiny.request(pairs, pairs, plan, "whole"), whole, () -> false);
            var halves = new Losses();
            var request = tiny.request(pairs, pairs, plan, "halves");
            assertThat(TrainNetwork.run(compute, request, halves, () -> halves.all.size() == 3))
                    .isInstanceOf(Outcome.Cancelled.class);
            TrainNetwork.run(compute, request, halves, () -> false);

            assertThat(halves.all).isEqualTo(whole.all);
            assertThat(Files.mismatch(folder.resolve("whole/model.safetensors"),
                    folder.resolve("halves/model.safetensors"))).isEqualTo(-1);
        }
    }

    @Test
    void aDeviceWithoutBfloat16IsRefusedBeforeAnythingStarts() throws IOException {
        try (var compute = compute("avx2 avx512f")) {
            var tiny = new TinyNetwork(compute, folder);
            var request = tiny.request(tiny.pairs("train", 8), List.of(),
                    TinyNetwork.plan(1).withPrecision(Precision.MIXED), "never");

            assertThatThrownBy(() -> TrainNetwork.run(compute, request, TrainingListener.NONE, () -> false))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("CPU is not known to be one").hasMessageContaining("without mixed precision");
            assertThat(folder.resolve("work")).doesNotExist();
            assertThat(folder.resolve("never")).doesNotExist();
        }
    }
}
