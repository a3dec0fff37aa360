package org.askance.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.askance.app.text.Amounts;
import org.askance.app.work.Encoders;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists the encoders that can be fetched, and what of them is here.
@Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.encoders.list}")
final class EncodersListCommand implements Callable<Integer> {

    @Option(names = "--in", paramLabel = "DIR", description = "${bundle:cli.encoders.in}")
    private @Nullable Path in;

    private final Terminal terminal;

    EncodersListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var strings = terminal.strings();
        for (var encoder : Encoders.list(in == null ? terminal.home().encoders() : in)) {
            String kind = switch (encoder.kind()) {
                case TEXT -> strings.get("encoders.text");
                case IMAGE -> strings.get("encoders.image");
                case TEACHER -> strings.get("encoders.teacher");
            };
            terminal.give(String.format(Locale.ROOT, "%-32s %-14s %s", encoder.title(), kind, state(encoder)));
        }
        return 0;
    }

    private String state(Encoders.Encoder encoder) {
        var strings = terminal.strings();
        var published = encoder.published();
        return switch (encoder.state()) {
            case Encoders.State.Absent() -> strings.get("encoders.absent",
                    Amounts.bytes(strings, published == null ? 0 : published.aboutBytes()));
            case Encoders.State.Partial(long done, long total) -> strings.get("encoders.partial",
                    100 * done / Math.max(1, total), Amounts.bytes(strings, done), Amounts.bytes(strings, total));
            case Encoders.State.Complete(long bytes) ->
                strings.get("cli.encoders.here", Amounts.bytes(strings, bytes), encoder.folder());
            case Encoders.State.Damaged(Told told) -> strings.get("encoders.damaged", told.in(strings::told));
        };
    }
}
