package org.askance.app.cli;

import org.askance.model.device.DeviceSettings;
import org.askance.model.device.DeviceWish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a command computes on. What is not given here is as the properties say, or automatic.
final class DeviceOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable DeviceWish wish;
    private @Nullable Integer threads;

    @Option(names = "--device", paramLabel = "DEVICE", description = "${bundle:cli.device}")
    void device(String device) {
        wish = DeviceWish.of(device).orElseThrow(() -> wrong("cli.device.unknown"));
    }

    @Option(names = "--threads", paramLabel = "N", description = "${bundle:cli.device.threads}")
    void threads(int count) {
        if (count < 1) {
            throw wrong("cli.device.threads.few");
        }
        threads = count;
    }

    private ParameterException wrong(String key) {
        return new ParameterException(command.commandLine(), command.root().resourceBundle().getString(key));
    }

    DeviceSettings settings() {
        int count = threads == null ? DeviceSettings.threadsOfProperty(DeviceSettings.usualThreads()) : threads;
        return new DeviceSettings(wish == null ? DeviceSettings.ofProperties().wish() : wish, count);
    }
}
