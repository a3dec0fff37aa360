package org.askance.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.Fx;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Strings;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Preferences;
import org.askance.model.device.Bridge;
import org.askance.model.device.Compute;
import org.askance.model.device.DeviceException;
import org.askance.model.device.DeviceInfo;
import org.askance.model.device.DeviceReport;
import org.askance.model.device.DeviceSettings;
import org.askance.model.device.DeviceWish;
import org.askance.model.device.Finding;
import org.askance.model.device.Machine;
import org.askance.model.device.Nvidia;
import org.askance.model.device.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dialog about the device in each case: an engine that runs on machines made of files, one that does not start,
/// and one on a card, which is a report alone.
class DeviceDialogTest {

    private static final DeviceSettings SETTINGS = new DeviceSettings(new DeviceWish.Automatic(), 1);

    @TempDir
    private Path folder;

    private final Strings strings = Strings.english();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> environment = new HashMap<>();
    private Stage stage;
    private Preferences preferences;

    @BeforeEach
    void start() throws IOException {
        Fx.start();
        stage = Fx.call(Stage::new);
        Fx.run(() -> {
            var scene = new Scene(new StackPane(), 900, 800);
            scene.getStylesheets().add(
                    Objects.requireNonNull(MainWindow.class.getResource("base.css")).toExternalForm());
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        preferences = new Preferences(folder.resolve("home/preferences.properties"));
        file("/proc/cpuinfo", "model name\t: AMD EPYC 9565 72-Core Processor\nflags\t: avx2 avx512f avx512_bf16\n");
    }

    @AfterEach
    void stop() {
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Appearance.LIGHT.apply();
        });
        threads.close();
    }

    private void file(String path, String text) throws IOException {
        var file = folder.resolve("machine" + path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void driver() throws IOException {
        file("/proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  570.86.15  Thu Jan 16 09:04:44 UTC 2025\n");
        file("/proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t NVIDIA GeForce RTX 4090\n");
    }

    private Machine machine() {
        return new Machine(folder.resolve("machine"), environment, Map.of("os.name", "Linux", "os.arch", "amd64",
                "os.version", "6.1.0-18", "java.version", "25.0.1", "java.vendor", "Eclipse Adoptium"));
    }

    private Scene open(DeviceReport report) {
        Fx.run(() -> {
            var jobs = new FxJobs(threads, new ErrorReporter(strings, Clock.systemUTC(), said -> {
                throw new AssertionError(said.sentence());
            }));
            new DeviceDialog(stage, strings, new DeviceViewModel(_ -> report, jobs, preferences, strings)).show();
        });
        Fx.until(() -> shown().isPresent());
        Fx.frames();
        return Fx.call(() -> shown().orElseThrow());
    }

    private Optional<Scene> shown() {
        return Window.getWindows().stream().filter(window -> !window.equals(stage)).map(Window::getScene)
                .filter(scene -> scene.lookup("#device-chosen") != null).findFirst();
    }

    private static String chosen(Scene scene) {
        return ((Label) Objects.requireNonNull(scene.lookup("#device-chosen"))).getText();
    }

    private static String remedy(Scene scene) {
        return ((TextArea) Objects.requireNonNull(scene.lookup("#device-remedy"))).getText();
    }

    private DeviceReport running() {
        try (var compute = Compute.start(SETTINGS, machine())) {
            return compute.report();
        }
    }

    @Test
    @SuppressWarnings("unchecked") // what the box holds
    void withoutADriverTheCpuIsNamedAndAChoiceIsKept() {
        var scene = open(running());
        assertThat(chosen(scene)).isEqualTo("CPU: no NVIDIA driver found");
        assertThat(scene.lookup("#device-remedy")).isNull();
        Fx.bothThemes(scene, "device-cpu");

        var wish = (ComboBox<DeviceWish>) Objects.requireNonNull(scene.lookup("#device-wish"));
        assertThat(wish.getItems()).containsExactly(new DeviceWish.Automatic(), new DeviceWish.Cpu());
        Fx.run(() -> {
            wish.setValue(new DeviceWish.Cpu());
            ((Spinner<Integer>) Objects.requireNonNull(scene.lookup("#device-threads"))).getValueFactory().setValue(3);
        });
        assertThat(DeviceViewModel.kept(new Preferences(folder.resolve("home/preferences.properties"))))
                .isEqualTo(new DeviceSettings(new DeviceWish.Cpu(), 3));
    }

    @Test
    void whatIsKeptAndCannotBeUnderstoodIsAsIfItWereNotThere() {
        preferences.put("device", "abacus");
        preferences.put("threads", "-4");
        assertThat(DeviceViewModel.kept(preferences)).isEqualTo(new DeviceSettings(new DeviceWish.Automatic(), 1));
    }

    @Test
    void anUnusedCardComesWithLinesToCopy() throws IOException {
        driver();
        var report = running();
        assertThat(report.device().map(DeviceInfo::unusedCards)).contains(true);
        var scene = open(report);
        Fx.bothThemes(scene, "device-unused");

        assertThat(chosen(scene)).isEqualTo("CPU: this PyTorch is built without CUDA");
        assertThat(remedy(scene)).contains("pip install torch==2.7.1", "export PYTORCH_LIBRARY_PATH=",
                "export PYTORCH_VERSION=2.7.1", "export PYTORCH_FLAVOR=cu128");
        Fx.run(() -> ((Button) Objects.requireNonNull(scene.lookup("#device-copy"))).fire());
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(remedy(scene));
    }

    @Test
    void anEngineThatMustNotBeLoadedIsExplained() throws IOException {
        driver();
        file("/home/ada/.venv/lib/python3.12/site-packages/torch/version.py", "__version__ = '2.9.0+cu130'\n");
        file("/home/ada/.venv/lib/python3.12/site-packages/torch/lib/libtorch.so", "");
        environment.put("PYTORCH_LIBRARY_PATH", "/home/ada/.venv/lib/python3.12/site-packages/torch/lib");
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(DeviceException.class,
                () -> Compute.start(SETTINGS, machine()));
        var scene = open(DeviceReport.ofFailed(SETTINGS, machine(), failure));
        Fx.bothThemes(scene, "device-refused");
        assertThat(chosen(scene)).isEqualTo(strings.get("device.failed"));
        assertThat(remedy(scene)).contains("pip install torch==2.7.1");
    }

    @Test
    void aCardThatIsUsedIsNamedWithItsMemory() {
        preferences.put("device", "gpu:1");
        var cards = List.of(new Nvidia.Card("NVIDIA H100 80GB HBM3", 81_559),
                new Nvidia.Card("NVIDIA H100 80GB HBM3", 81_559));
        var scene = open(new DeviceReport(new DeviceSettings(new DeviceWish.Gpu(1), 15),
                Optional.of(new DeviceInfo("GPU 1", new Finding.CardUsed(1).why(), "PyTorch 2.7.1", 15, true,
                        false)),
                Optional.empty(), List.of(new Finding.CardUsed(1)),
                new Processor("Intel(R) Xeon(R) Platinum 8480+", 16,
                        List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16")),
                "Linux 6.8.0-60-generic amd64", "25.0.1, Eclipse Adoptium",
                Optional.of(new Nvidia(Optional.of("570.86.15"), cards)), 2, "2.7.1+cu128", "cu128",
                new Bridge("2.7.1", "0.36.0", List.of("cpu", "cu128")),
                Optional.of("/home/ada/.venv/lib/python3.12/site-packages/torch/lib"),
                Optional.of("/home/ada/.venv/lib/python3.12/site-packages/nvidia/cuda_runtime/lib"),
                Map.of("PYTORCH_LIBRARY_PATH", "/home/ada/.venv/lib/python3.12/site-packages/torch/lib",
                        "LD_LIBRARY_PATH",
                        "/home/ada/.venv/lib/python3.12/site-packages/nvidia/cuda_runtime/lib:/usr/local/lib")));
        Fx.bothThemes(scene, "device-card");
        assertThat(chosen(scene)).isEqualTo("GPU 1: NVIDIA driver and CUDA found");
        assertThat(scene.lookup("#device-remedy")).isNull();
    }
}
