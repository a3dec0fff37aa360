package org.askance.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which PyTorch would be loaded, and which must not.
class EngineLibraryTest {

    private static final Bridge BRIDGE = new Bridge("2.7.1", "0.36.0", List.of("cpu", "cu128"));

    @TempDir
    private Path folder;

    private MachineTree tree;

    @BeforeEach
    void plant() {
        tree = new MachineTree(folder);
    }

    private EngineLibrary library() {
        return EngineLibrary.of(tree.machine(), BRIDGE);
    }

    private String refused() {
        var library = library();
        assertThat(library.refusal()).isPresent();
        return library.refusal().get().whole().english();
    }

    @Test
    void theBridgeOnTheClassPathIsTheEngines() {
        var bridge = Bridge.ofClassPath(tree.machine());
        assertThat(bridge).isEqualTo(BRIDGE);
        tree.property("os.arch", "aarch64");
        assertThat(Bridge.ofClassPath(tree.machine()).cuda()).isEmpty();
    }

    @Test
    void withoutVariablesTheBundledOneIsLoaded() {
        assertThat(library()).isEqualTo(new EngineLibrary("2.7.1", "cpu", Optional.empty(), Optional.empty()));
    }

    @Test
    void flavorAndVersionOfAnInstalledOneAreFoundOut() {
        tree.torch("2.7.1+cu126", true);
        assertThat(library()).isEqualTo(
                new EngineLibrary("2.7.1+cu126", "cu128", Optional.of(MachineTree.TORCH), Optional.empty()));
        tree.set("PYTORCH_LIBRARY_PATH", "/nowhere:" + MachineTree.TORCH + "/libtorch.so").set("PYTORCH_FLAVOR", "cpu");
        assertThat(library().flavor()).isEqualTo("cpu");
        assertThat(library().folder()).contains(MachineTree.TORCH);
    }

    @Test
    void anotherVersionIsRefusedByWhatItsFilesSay() {
        tree.torch("2.9.0+cu128", true).set("PYTORCH_VERSION", "2.7.1");
        assertThat(refused()).contains("PyTorch is version 2.9.0+cu128", MachineTree.TORCH + "/../version.py",
                "works with 2.7.1 alone").endsWith("\nunset PYTORCH_LIBRARY_PATH PYTORCH_VERSION PYTORCH_FLAVOR");
        tree.driver("570.86.15");
        assertThat(refused()).contains("pip install torch==2.7.1 ", "/whl/cu128");
    }

    @Test
    void anUnpackedLibtorchSaysItsVersionToo() {
        tree.file("/opt/libtorch/lib/libtorch.so", "").file("/opt/libtorch/build-version", "2.7.0+cpu\n")
                .set("PYTORCH_LIBRARY_PATH", "/opt/libtorch/lib");
        assertThat(refused()).contains("2.7.0+cpu", "/opt/libtorch/lib/../build-version");
        tree.file("/opt/libtorch/build-version", "2.7.1+cpu\n");
        assertThat(library().finding()).isEmpty();
    }

    @Test
    void anotherVersionIsRefusedByWhatTheVariableSays() {
        tree.set("PYTORCH_VERSION", "2.5.1");
        assertThat(refused()).contains("PyTorch is version 2.5.1 (PYTORCH_VERSION)", "Unset what names it");
        tree.torch("2.7.1", false);
        assertThat(refused()).contains("2.5.1");
        tree.set("PYTORCH_VERSION", "2.7.1");
        assertThat(library().finding()).isEmpty();
    }

    @Test
    void aFlavorWithoutABridgeIsRefused() {
        tree.torch("2.7.1+cu118", true).set("PYTORCH_FLAVOR", "cu118");
        assertThat(refused()).contains("PYTORCH_FLAVOR is 'cu118'", "cpu and cu128 alone");
    }

    @Test
    void aPathThatLeadsNowhereIsSaidAndTheBundledOneLoaded() {
        tree.set("PYTORCH_LIBRARY_PATH", "/home/ada/gone").driver("570.86.15");
        var library = library();
        assertThat(library.refusal()).isEmpty();
        assertThat(library.finding().orElseThrow().sentence()).contains("/home/ada/gone", "no libtorch.so");
        var choice = DeviceChoice.of(new DeviceWish.Automatic(), tree.machine(), BRIDGE, library,
                new DeviceChoice.Loaded(false, 0));
        assertThat(choice.finding()).isEqualTo(library.finding().get());
        assertThat(choice.leavesCardsUnused()).isTrue();
    }

    @Test
    void whatMustNotBeLoadedStopsTheStartBeforeItIs() {
        tree.torch("2.9.0", false);
        assertThatThrownBy(() -> Compute.start(DeviceSettings.ofProperties(), tree.machine()))
                .isInstanceOf(DeviceException.class).hasMessageContaining("2.9.0").hasMessageContaining("2.7.1 alone");
    }
}
