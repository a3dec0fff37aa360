package org.askance.app.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import org.askance.app.work.DeviceFacts;
import org.askance.app.work.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What tensors run on, why, and what to do where a graphics card is unused. Fails where the engine does not start.
@Command(name = "devices", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.devices}")
final class DevicesCommand implements Callable<Integer> {

    @picocli.CommandLine.Mixin
    private final DeviceOption device = new DeviceOption();

    @Option(names = "--json", description = "${bundle:cli.devices.json}")
    private boolean json;

    private final Terminal terminal;

    DevicesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var settings = device.settings();
        try (var engine = Engine.start(() -> settings)) {
            var report = engine.report();
            var facts = new DeviceFacts(report, terminal.strings());
            terminal.give(json
                    ? JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                            .writeValueAsString(facts.json())
                    : facts.text());
            return report.device().isPresent() ? 0 : 1;
        }
    }
}
