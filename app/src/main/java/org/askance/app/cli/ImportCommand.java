package org.askance.app.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.askance.app.report.ReadingLines;
import org.askance.app.work.CompareImport;
import org.askance.app.work.Divide;
import org.askance.app.work.ImportChoices;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Imports a dataset, a table or another program's annotations into a project, which is made if there is none.
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.import}")
final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 20;
    private static final int ROWS = 10;

    @Parameters(paramLabel = "SOURCE", description = "${bundle:cli.import.source}")
    private Path source = Path.of("");

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Option(names = "--format", paramLabel = "FORMAT", converter = Formats.class, completionCandidates = Formats.class, description = "${bundle:cli.import.format}")
    private @Nullable Format format;

    @Option(names = "--encoding", paramLabel = "NAME", description = "${bundle:cli.import.encoding}")
    private @Nullable Charset encoding;

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

    @Option(names = "--divide", negatable = true, fallbackValue = "true", description = "${bundle:cli.import.divide}")
    private @Nullable Boolean divide;

    @Option(names = "--drop-leaks", negatable = true, defaultValue = "true", fallbackValue = "true", description = "${bundle:cli.import.leaks}")
    private boolean dropLeaks;

    @Option(names = "--absolute-images", negatable = true, defaultValue = "true", fallbackValue = "true", description = "${bundle:cli.import.absolute}")
    private boolean absolute;

    @Option(names = "--images", paramLabel = "FOLDER", description = "${bundle:cli.import.images}")
    private @Nullable Path images;

    @Option(names = "--near-images", negatable = true, defaultValue = "true", fallbackValue = "true", description = "${bundle:cli.import.near}")
    private boolean near;

    @Option(names = "--update", paramLabel = "WHAT", split = ",", description = "${bundle:cli.import.update}")
    private final List<Update> updates = new ArrayList<>();

    @Option(names = "--annotator", paramLabel = "NAME", description = "${bundle:cli.import.annotator}")
    private String annotator = System.getProperty("user.name", "me");

    @Option(names = "--preview", description = "${bundle:cli.import.preview}")
    private boolean preview;

    @Option(names = "--dry-run", description = "${bundle:cli.import.dry}")
    private boolean dry;

    @Option(names = "--all-problems", description = "${bundle:cli.import.problems}")
    private boolean allProblems;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// In what pairs that are there may follow the source.
    enum Update {
        text, knowledge, image, split, label, answer;

        Change change() {
            return switch (this) {
                case text -> Change.TEXT;
                case knowledge -> Change.KNOWLEDGE;
                case image -> Change.IMAGE;
                case split -> Change.SPLIT;
                case label -> Change.LABEL;
                case answer -> Change.ANSWER;
            };
        }
    }

    static final class Formats implements ITypeConverter<Format>, Iterable<String> {
        @Override
        public Format convert(String value) {
            return Stream.of(Format.values()).filter(each -> each.key().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(value));
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.of(Format.values()).map(Format::key).iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        needTasks();
        // Looked at before a project is made for it.
        var guess = format == null
                ? Sources.guess(source)
                : new Sources.Guess(format, source, terminal.strings().get("import.chosen"));
        terminal.tell("cli.import.guess", guess.named().in(terminal.strings()::told), guess.path(),
                guess.reason().in(terminal.strings()::told));
        tellReading(guess);
        if (preview) {
            return look(guess);
        }
        if (!project.exists()) {
            // None is made for a source that cannot be read.
            var tasks = project.tasks();
            Sources.open(guess, tasks, options().withMapping(mapping(guess, tasks, options())));
        }
        ProjectOption.Use use = workspace -> {
            var report = terminal.runParts("import.working", job(guess, workspace));
            lines().tell(report, guess.format(), dry, updates.isEmpty());
            return 0;
        };
        return dry && !project.exists() ? project.passing(terminal, use) : project.with(terminal, true, use);
    }

    /// Labels of no task would be dropped row after row, and all the rest stored.
    private void needTasks() {
        var tasks = project.tasks().stream().map(TaskDefinition::name).toList();
        for (var task : new TreeSet<>(labels.keySet())) {
            if (!tasks.contains(task)) {
                throw new ParameterException(spec.commandLine(), terminal.strings().get("cli.import.task.unknown",
                        task, tasks.size(), String.join(", ", tasks)));
            }
        }
    }

    private void tellReading(Sources.Guess guess) throws IOException {
        var tasks = project.tasks();
        var options = options();
        var reading = Sources.reading(guess, tasks, options.withMapping(mapping(guess, tasks, options)));
        var lines = new ReadingLines(reading, tasks, terminal.strings());
        lines.folder().forEach(terminal::say);
        if (!reading.others().isEmpty()) {
            var other = reading.others().getFirst().toString();
            terminal.tell("cli.import.other", other.indexOf(' ') < 0 ? other : '"' + other + '"');
        }
        lines.content().forEach(terminal::say);
    }

    /// Tells what would change of pairs that are there.
    private int compare(Sources.Guess guess, Workspace workspace) throws Exception {
        terminal.runParts("import.comparing", new CompareImport(job(guess, workspace)))
                .ifPresent(report -> lines().tell(report, guess.format(), true, updates.isEmpty()));
        return 0;
    }

    private ImportLines lines() {
        return new ImportLines(terminal, allProblems ? Integer.MAX_VALUE : SHOWN);
    }

    /// Shows the first rows, and what would change of pairs that are there; makes no project.
    private int look(Sources.Guess guess) throws Exception {
        var tasks = project.tasks();
        var options = options();
        var mapping = mapping(guess, tasks, options);
        new PreviewLines(terminal, allProblems ? Integer.MAX_VALUE : SHOWN)
                .tell(Sources.preview(guess, tasks, options.withMapping(mapping), ROWS), guess.format());
        return project.exists() ? project.with(terminal, workspace -> compare(guess, workspace)) : 0;
    }

    private SourceOptions options() {
        return new SourceOptions(null, encoding, dropLeaks, absolute, images);
    }

    private @Nullable ColumnMapping mapping(Sources.Guess guess, List<TaskDefinition> tasks, SourceOptions options)
            throws IOException {
        var usual = Sources.preview(guess, tasks, options, 0).mapping();
        return usual == null ? null : mapping(usual);
    }

    private ImportExamples job(Sources.Guess guess, Workspace workspace) throws IOException {
        var tasks = workspace.project().tasks().list();
        var options = options();
        var mapping = mapping(guess, tasks, options);
        var chosen = new ImportChoices(
                divide == null ? Divide.UNNAMED : divide ? Divide.TRAINING : Divide.NEVER, changes(), near, dry,
                annotator);
        return new ImportExamples(workspace.project(), Sources.open(guess, tasks, options.withMapping(mapping)),
                new ImportExamples.Origin(guess.path(), Sources.files(guess), mapping == null ? null : mapping.json()),
                chosen);
    }

    private Set<Change> changes() {
        var changes = EnumSet.noneOf(Change.class);
        updates.forEach(update -> changes.add(update.change()));
        return changes;
    }

    /// The usual columns where none is named.
    private ColumnMapping mapping(ColumnMapping usual) {
        var byTask = new HashMap<>(usual.tasks());
        byTask.putAll(labels);
        return new ColumnMapping(id == null ? usual.id() : id, text == null ? usual.text() : text,
                knowledge == null ? usual.knowledge() : knowledge, image == null ? usual.image() : image,
                split == null ? usual.split() : split, byTask);
    }
}
