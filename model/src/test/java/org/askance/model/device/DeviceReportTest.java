package org.askance.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The facts, read from files and from the driver's program.
class DeviceReportTest {

    private static final DeviceSettings SETTINGS = new DeviceSettings(new DeviceWish.Automatic(), 1);

    @TempDir
    private Path folder;

    private MachineTree tree;

    @BeforeEach
    void plant() {
        tree = new MachineTree(folder);
    }

    @Test
    void aRunningEngineSaysWhatItIs() {
        tree.file("/proc/cpuinfo", """
                processor\t: 0
                model name\t: AMD EPYC 9565
                flags\t\t: fpu sse2 avx2 avx512f avx512_bf16 avx512_vnni
                """);
        try (var compute = Compute.start(SETTINGS, tree.machine())) {
            var report = compute.report();

            assertThat(report.device()).contains(compute.device());
            assertThat(compute.device().bfloat16()).isTrue();
            assertThat(report.processor().name()).isEqualTo("AMD EPYC 9565");
            assertThat(report.processor().sets()).containsExactly("avx2", "avx512f", "avx512_bf16");
            assertThat(report.findings()).containsExactly(new Finding.NoDriver(Machine.Os.LINUX));
            assertThat(report.pytorch()).isEqualTo("2.7.1");
            assertThat(report.flavor()).isEqualTo("cpu");
            assertThat(report.bridge().djl()).isEqualTo("0.36.0");
            assertThat(report.libraryPath().orElseThrow()).contains("2.7.1", "-cpu-");
            assertThat(report.system()).isEqualTo("Linux 6.1 amd64");
            assertThat(report.nvidia()).isEmpty();
            assertThat(report.failure()).isEmpty();
        }
    }

    @Test
    void anArmProcessorIsNamedByItsArchitecture() {
        tree.file("/proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd bf16\n").property("os.arch", "aarch64");
        var processor = Processor.of(tree.machine());
        assertThat(processor.name()).isEqualTo("aarch64");
        assertThat(processor.sets()).containsExactly("asimd", "bf16");
        assertThat(processor.hasBfloat16()).isFalse();
    }

    @Test
    void aFailureIsReportedWithItsFindingAndAllFacts() {
        tree.driver("570.86.15").torch("2.9.0+cu128", true).set("CUDA_VISIBLE_DEVICES", "");
        var machine = tree.machine();
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(DeviceException.class,
                () -> Compute.start(SETTINGS, machine));
        var report = DeviceReport.ofFailed(SETTINGS, machine, failure);

        assertThat(report.device()).isEmpty();
        assertThat(report.failure().orElseThrow().english()).startsWith("PyTorch is version 2.9.0+cu128");
        assertThat(report.findings()).singleElement().isInstanceOf(Finding.VersionsDiffer.class);
        assertThat(report.nvidia()).contains(new Nvidia(Optional.of("570.86.15"),
                List.of(new Nvidia.Card("NVIDIA GeForce RTX 4090", 0))));
        assertThat(report.variables()).containsOnlyKeys("PYTORCH_LIBRARY_PATH");
    }

    @Test
    void containersAndWindowsLinuxShowADriverWithoutItsFiles() {
        assertThat(Nvidia.of(tree.machine())).isEmpty();
        tree.file("/usr/lib/wsl/lib/libcuda.so.1", "");
        assertThat(Nvidia.of(tree.machine())).contains(new Nvidia(Optional.empty(), List.of()));
    }

    @Test
    void theOpenDriversWordsAreReadToo() {
        tree.file("/proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  565.57.01  Release Build  (dvs@host)  \n");
        assertThat(Nvidia.of(tree.machine()).orElseThrow().version()).contains("565.57.01");
    }

    @Test
    void versionsAreComparedByNumber() {
        var driver = new Nvidia(Optional.of("1000.1"), List.of());
        assertThat(driver.olderThan("525.60.13")).isFalse();
        assertThat(new Nvidia(Optional.of("525.60"), List.of()).olderThan("525.60.13")).isTrue();
        assertThat(new Nvidia(Optional.empty(), List.of()).olderThan("525.60.13")).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // the program is a script
    void theDriversProgramKnowsNamesAndMemory() {
        tree.program("/opt/nvidia/bin/nvidia-smi", """
                #!/bin/sh
                echo "550.54.15, 81559, NVIDIA H100 80GB HBM3"
                echo "550.54.15, [N/A], NVIDIA H100, second"
                """).set("PATH", "/bin:/opt/nvidia/bin");
        assertThat(NvidiaSmi.ask(tree.machine())).contains(new Nvidia(Optional.of("550.54.15"),
                List.of(new Nvidia.Card("NVIDIA H100 80GB HBM3", 81_559), new Nvidia.Card("NVIDIA H100, second", 0))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // the programs are scripts
    void aProgramThatFailsOrHangsTellsNothing() {
        assertThat(NvidiaSmi.ask(tree.machine())).isEmpty();
        tree.program("/usr/bin/nvidia-smi", "#!/bin/sh\necho 'NVIDIA-SMI has failed'\nexit 9\n");
        assertThat(NvidiaSmi.ask(tree.machine())).isEmpty();
        // Waits for input that never comes.
        tree.program("/usr/bin/nvidia-smi", "#!/bin/sh\nread line\n");
        assertThat(NvidiaSmi.ask(tree.machine(), Duration.ofMillis(200))).isEmpty();
    }

    @Test
    void cudasRuntimeIsFoundWhereTheLoaderLooks() {
        assertThat(Cudart.onLoadersPath(tree.machine())).isEmpty();
        tree.file("/etc/ld.so.cache",
                "glibc-ld.so.cache1.1\0libcudart.so.12\0/usr/lib/libc.so.6\0/opt/cuda/lib64/libcudart.so.12\0");
        assertThat(Cudart.onLoadersPath(tree.machine())).contains("/opt/cuda/lib64");
        tree.file("/srv/cuda/libcudart.so.12.8.57", "").set("LD_LIBRARY_PATH", "/nowhere:/srv/cuda");
        assertThat(Cudart.onLoadersPath(tree.machine())).contains("/srv/cuda");
    }
}
