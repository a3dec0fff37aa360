package org.askance.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.Workspace;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Imports a folder or a table of pairs into a project, which is made if there is none.
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.import}")
final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(paramLabel = "SOURCE", description = "${bundle:cli.import.source}")
    private Path source = Path.of("");

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--id", paramLabel = "COLUMN", description = "${bundle:cli.import.id}")
    private @Nullable String id;

    @Option(names = "--text", paramLabel = "COLUMN", description = "${bundle:cli.import.text}")
    private @Nullable String text;

    @Option(names = "--knowledge", paramLabel = "COLUMN", description = "${bundle:cli.import.knowledge}")
    private @Nullable String knowledge;

    @Option(names = "--image", paramLabel = "COLUMN", description = "${bundle:cli.import.image}")
    private @Nullable String image;

    @Option(names = "--split", paramLabel = "COLUMN", description = "${bundle:cli.import.split}")
    private @Nullable String split;

    @Option(names = "--label", paramLabel = "TASK=COLUMN", description = "${bundle:cli.import.label}")
    private final Map<String, String> labels = new HashMap<>();

    @Option(names = "--divide", negatable = true, defaultValue = "true", fallbackValue = "true", description = "${bundle:cli.import.divide}")
    private boolean divide;

    @Option(names = "--all-problems", description = "${bundle:cli.import.problems}")
    private boolean allProblems;

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        // Looked at before a project is made for it.
        var guess = Sources.guess(source);
        return project.with(terminal, true, workspace -> {
            var imported = terminal.run("import.working",
                    new ImportExamples(workspace.project(), source(guess, workspace), divide));
            var lines = Stream.concat(imported.problems().stream().map(RowProblem::sentence),
                    imported.unusable().stream()).toList();
            lines.stream().limit(allProblems ? lines.size() : SHOWN).forEach(terminal::say);
            if (!allProblems && lines.size() > SHOWN) {
                terminal.tell("cli.import.more", lines.size() - SHOWN);
            }
            terminal.give(terminal.strings().get("import.done", imported.added(), imported.known(),
                    imported.problems().size(), imported.unusable().size()));
            return 0;
        });
    }

    /// The usual columns where none is named.
    private ExampleSource source(Sources.Guess guess, Workspace workspace) throws Exception {
        var tasks = workspace.project().tasks().list();
        return Sources.open(guess, tasks, usual -> {
            var byTask = new HashMap<>(usual.tasks());
            byTask.putAll(labels);
            return new ColumnMapping(id == null ? usual.id() : id, text == null ? usual.text() : text,
                    knowledge == null ? usual.knowledge() : knowledge,
                    image == null ? usual.image() : image, split == null ? usual.split() : split, byTask);
        });
    }
}
