package org.askance.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.askance.app.text.Amounts;
import org.askance.app.work.Encoders;
import org.askance.app.work.FetchEncoder;
import org.askance.model.hub.Hub;
import org.askance.model.hub.HubAccess;
import org.askance.model.hub.HubException;
import org.askance.model.hub.ProxyAddress;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches encoders from a hub, one after another. One that cannot be had does not keep the others back.
@Command(name = "get", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.encoders.get}")
final class EncodersGetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "${bundle:cli.encoders.name}")
    private List<String> names = List.of();

    @Option(names = "--hub", paramLabel = "URL", defaultValue = Hub.USUAL_ADDRESS, description = "${bundle:cli.encoders.hub}")
    private String hub = Hub.USUAL_ADDRESS;

    @Option(names = "--revision", paramLabel = "REVISION", defaultValue = Hub.USUAL_REVISION, description = "${bundle:cli.encoders.revision}")
    private String revision = Hub.USUAL_REVISION;

    @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "${bundle:cli.encoders.proxy}")
    private @Nullable String proxy;

    @Option(names = "--to", paramLabel = "DIR", description = "${bundle:cli.encoders.to}")
    private @Nullable Path to;

    private final Terminal terminal;

    EncodersGetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        HubAccess access;
        try {
            access = HubAccess.of(Hub.of(hub, revision), proxy == null ? null : ProxyAddress.of(proxy));
        } catch (HubException e) {
            terminal.say(e.told().in(terminal.strings()::told));
            return 2;
        }
        var repositories = new ArrayList<String>();
        for (var name : names) {
            var repository = Encoders.repository(name);
            if (repository.isEmpty()) {
                terminal.tell("cli.encoders.unknown", name, Arrays.stream(Encoders.Published.values())
                        .map(one -> Encoders.title(one.repository())).collect(Collectors.joining(", ")));
                return 2;
            }
            repositories.add(repository.get());
        }
        if (names.isEmpty()) {
            Encoders.OF_THE_PAPER.forEach(one -> repositories.add(one.repository()));
        }
        int code = 0;
        for (var repository : repositories) {
            code = Math.max(code, get(repository, access));
        }
        return code;
    }

    private int get(String repository, HubAccess access) throws Exception {
        var folder = Encoders.folder((to == null ? terminal.home().encoders() : to).toAbsolutePath().normalize(),
                repository);
        var outcome = terminal.fetch(terminal.strings().get("encoders.getting", Encoders.title(repository)),
                new FetchEncoder(repository, folder, access, _ -> {}));
        return switch (outcome) {
            case FetchEncoder.Outcome.Here here -> {
                terminal.give(terminal.strings().get("cli.encoders.done", Encoders.title(repository),
                        Amounts.bytes(terminal.strings(), here.bytes()), here.folder()));
                yield 0;
            }
            case FetchEncoder.Outcome.Failed(Told told) -> {
                terminal.say(told.in(terminal.strings()::told));
                yield 1;
            }
        };
    }
}
