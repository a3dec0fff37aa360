package org.askance.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way in which a graphics card can be there or not, as files in a folder.
class DeviceChoiceTest {

    private static final Bridge BRIDGE = new Bridge("2.7.1", "0.36.0", List.of("cpu", "cu128"));
    private static final DeviceWish AUTOMATIC = new DeviceWish.Automatic();
    private static final DeviceChoice.Loaded NOTHING = new DeviceChoice.Loaded(false, 0);
    private static final DeviceChoice.Loaded TWO_CARDS = new DeviceChoice.Loaded(true, 2);

    @TempDir
    private Path folder;

    private MachineTree tree;

    @BeforeEach
    void plant() {
        tree = new MachineTree(folder);
    }

    private DeviceChoice choose(DeviceWish wish, Bridge bridge, DeviceChoice.Loaded loaded) {
        var machine = tree.machine();
        return DeviceChoice.of(wish, machine, bridge, EngineLibrary.of(machine, bridge), loaded);
    }

    private Finding found(DeviceChoice.Loaded loaded) {
        var choice = choose(AUTOMATIC, BRIDGE, loaded);
        assertThat(choice.name()).isEqualTo("CPU");
        return choice.finding();
    }

    @Test
    void withoutADriverTheCpuIsUsedAndNothingIsAmiss() {
        assertThat(found(NOTHING)).isEqualTo(new Finding.NoDriver(Machine.Os.LINUX));
        assertThat(choose(AUTOMATIC, BRIDGE, NOTHING).leavesCardsUnused()).isFalse();
        tree.property("os.name", "Mac OS X");
        assertThat(found(NOTHING).reason()).isEqualTo("no NVIDIA cards on macOS");
    }

    @Test
    void aDriverOlderThanCudaTwelveIsNamedWithTheVersionThatIsNeeded() {
        tree.driver("470.256.02").torch("2.7.1+cu128", true);
        var finding = found(TWO_CARDS);
        assertThat(finding).isEqualTo(new Finding.DriverTooOld("470.256.02", "525.60.13"));
        assertThat(finding.weight()).isEqualTo(Finding.Weight.UNUSED);
        assertThat(finding.sentence()).contains("470.256.02", "525.60.13 or newer");
        tree.driver("525.60.13");
        assertThat(choose(AUTOMATIC, BRIDGE, TWO_CARDS).name()).isEqualTo("GPU 0");
    }

    @Test
    void theBundledLibraryBesideADriverGetsTheLinesThatInstallAnother() {
        tree.driver("570.86.15");
        var finding = found(NOTHING);
        assertThat(finding.reason()).isEqualTo("this PyTorch is built without CUDA");
        assertThat(choose(AUTOMATIC, BRIDGE, NOTHING).leavesCardsUnused()).isTrue();
        assertThat(finding.remedy()).containsExactly(
                "python3 -m pip install torch==2.7.1 --index-url https://download.pytorch.org/whl/cu128",
                "export PYTORCH_LIBRARY_PATH=\"$(python3 -c \"import os, torch;"
                        + " print(os.path.join(os.path.dirname(torch.__file__), 'lib'))\")\"",
                "export PYTORCH_VERSION=2.7.1", "export PYTORCH_FLAVOR=cu128");
    }

    @Test
    void anInstalledLibraryForCpusIsToldByItsFiles() {
        tree.driver("570.86.15").torch("2.7.1+cpu", false);
        assertThat(found(NOTHING))
                .isEqualTo(new Finding.EngineWithoutCuda(Machine.Os.LINUX, "2.7.1+cpu", "2.7.1", Optional.of("cu128")));
    }

    @Test
    void withoutABridgeForCudaNothingIsToBeInstalled() {
        tree.driver("570.86.15").property("os.arch", "aarch64");
        var choice = choose(AUTOMATIC, new Bridge("2.7.1", "0.36.0", List.of("cpu")), NOTHING);
        assertThat(choice.finding().sentence()).contains("no build with CUDA for this processor");
        assertThat(choice.finding().remedy()).isEmpty();
    }

    @Test
    void windowsIsToldBySystem32AndHelpedInPowerShell() {
        tree.property("os.name", "Windows 11").set("SystemRoot", "C:\\Windows");
        assertThat(found(NOTHING)).isEqualTo(new Finding.NoDriver(Machine.Os.WINDOWS));
        // Under a test's root on another system a backslash is part of a name.
        tree.file("C\\Windows\\System32\\nvcuda.dll", "");
        assertThat(found(NOTHING).remedy()).last().isEqualTo("$env:PYTORCH_FLAVOR = \"cu128\"");
    }

    @Test
    void cudaWithoutACardIsToldApartFromCudaWithoutItsRuntime() {
        tree.driver("570.86.15").torch("2.7.1+cu128", true);
        assertThat(found(NOTHING)).isEqualTo(new Finding.NoCardSeen());
        var uncounted = new DeviceChoice.Loaded(true, 0);
        var nowhere = found(uncounted);
        assertThat(nowhere.remedy().getFirst()).isEqualTo("python3 -m pip install nvidia-cuda-runtime-cu12");

        tree.file("/home/ada/nvidia/cuda_runtime/lib/libcudart.so.12", "");
        var beside = found(uncounted);
        assertThat(beside.sentence()).contains("libcudart", MachineTree.TORCH + "/../../nvidia/cuda_runtime/lib");
        assertThat(beside.remedy()).containsExactly("export LD_LIBRARY_PATH=\"" + MachineTree.TORCH
                + "/../../nvidia/cuda_runtime/lib:$LD_LIBRARY_PATH\"");
    }

    @Test
    void whenEverythingFitsACardIsUsed() {
        tree.driver("570.86.15").torch("2.7.1+cu128", true);
        var first = choose(AUTOMATIC, BRIDGE, TWO_CARDS);
        assertThat(first.name()).isEqualTo("GPU 0");
        assertThat(first.device().isGpu()).isTrue();
        assertThat(first.leavesCardsUnused()).isFalse();
        assertThat(choose(new DeviceWish.Gpu(1), BRIDGE, TWO_CARDS).name()).isEqualTo("GPU 1");
        var cpu = choose(new DeviceWish.Cpu(), BRIDGE, TWO_CARDS);
        assertThat(cpu.name()).isEqualTo("CPU");
        assertThat(cpu.finding().reason()).isEqualTo("asked for");
        assertThat(cpu.leavesCardsUnused()).isFalse();
    }

    @Test
    void aCardThatIsAskedForAndCannotBeUsedIsAnErrorWithTheRemedy() {
        assertThatThrownBy(() -> choose(new DeviceWish.Gpu(0), BRIDGE, NOTHING)).isInstanceOf(DeviceException.class)
                .hasMessageContaining("GPU 0 was asked for and cannot be used")
                .hasMessageContaining("No NVIDIA driver was found");
        tree.driver("570.86.15");
        assertThatThrownBy(() -> choose(new DeviceWish.Gpu(0), BRIDGE, NOTHING))
                .hasMessageContaining("\nexport PYTORCH_FLAVOR=cu128");
        tree.torch("2.7.1+cu128", true);
        assertThatThrownBy(() -> choose(new DeviceWish.Gpu(2), BRIDGE, TWO_CARDS))
                .hasMessageContaining("GPU 0 to GPU 1, and no GPU 2");
    }

    @Test
    void aWishIsReadAsItIsWritten() {
        for (var wish : List.of(AUTOMATIC, new DeviceWish.Cpu(), new DeviceWish.Gpu(0), new DeviceWish.Gpu(12))) {
            assertThat(DeviceWish.of(wish.key())).contains(wish);
        }
        assertThat(DeviceWish.of(" GPU ")).contains(new DeviceWish.Gpu(0));
        assertThat(DeviceWish.of("gpu:-1")).isEmpty();
        assertThat(DeviceWish.of("cuda")).isEmpty();
        assertThat(DeviceWish.of("gpu:99999999999")).isEmpty();
    }
}
