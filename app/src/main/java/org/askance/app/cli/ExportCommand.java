package org.askance.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.work.ArchiveProject;
import org.askance.app.work.ExportExamples;
import org.askance.app.work.Workspace;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.query.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes a project's pairs in an outside format, or all of it as an archive.
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.export}")
final class ExportCommand implements Callable<Integer> {

    private static final String ARCHIVE = "archive";

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "${bundle:cli.export.format}")
    private String format = "csv";

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "${bundle:cli.export.out}")
    private Path out = Path.of("");

    @picocli.CommandLine.Mixin
    private final FilterOption filter = new FilterOption();

    @Option(names = "--labels", paramLabel = "WHICH", defaultValue = "current", description = "${bundle:cli.export.labels}")
    private String labels = "current";

    @Option(names = "--checkpoint", paramLabel = "NAME", description = "${bundle:cli.export.checkpoint}")
    private @Nullable String checkpoint;

    @Option(names = "--copy-images", description = "${bundle:cli.export.images}")
    private boolean copyImages;

    @Option(names = "--checkpoints", description = "${bundle:cli.archive.checkpoints}")
    private boolean checkpoints;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (format.equals(ARCHIVE)) {
            return project.with(terminal, workspace -> archive(workspace.project(), terminal, out, checkpoints));
        }
        var wanted = ExportFormat.of(format)
                .orElseThrow(() -> wrong("cli.export.format.unknown", format, formats()));
        var which = ExportLabels.parse(labels).orElseThrow(() -> wrong("cli.export.labels.unknown", labels));
        return project.with(terminal, workspace -> {
            var query = filter.query(terminal, workspace.project());
            return query == null ? 2 : export(workspace, wanted, which, query);
        });
    }

    private int export(Workspace workspace, ExportFormat wanted, ExportLabels which, Query found)
            throws Exception {
        var place = out.toAbsolutePath().normalize();
        var written = terminal.run("export.title", new ExportExamples(workspace, new ExportExamples.Request(wanted,
                opened -> opened.finder().ids(found), which, checkpoint, copyImages, null, place)));
        if (written.missingImages() > 0) {
            terminal.tell("export.missing", written.missingImages());
        }
        if (written.unplaced() > 0) {
            terminal.tell("cli.export.left.unplaced", written.unplaced());
        }
        if (written.earlierActs() > 0) {
            terminal.tell("cli.export.left.history", written.earlierActs());
        }
        terminal.give(terminal.strings().get("export.done", written.rows(), place));
        return 0;
    }

    static int archive(org.askance.storage.Project project, Terminal terminal, Path out, boolean checkpoints)
            throws Exception {
        var place = out.toAbsolutePath().normalize();
        var archived = terminal.run("archive.working",
                new ArchiveProject(project, terminal.home().journal(), place, checkpoints));
        if (archived.missing() > 0) {
            terminal.tell("export.missing", archived.missing());
        }
        terminal.give(terminal.strings().get("archive.done", archived.files(), place));
        return 0;
    }

    private ParameterException wrong(String key, Object... values) {
        return new ParameterException(spec.commandLine(), terminal.strings().get(key, values));
    }

    private static String formats() {
        return Stream.concat(Arrays.stream(ExportFormat.values()).map(ExportFormat::key), Stream.of(ARCHIVE))
                .collect(Collectors.joining(", "));
    }
}
