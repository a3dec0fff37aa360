package org.askance.app.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ShownProgress;
import org.askance.app.work.CompareImport;
import org.askance.app.work.ImportChoices;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.ImportReport;
import org.askance.app.work.Job;
import org.askance.app.work.Progress;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.Preview;
import org.askance.storage.exchange.Reading;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// What is chosen in the import dialog: the source is looked at, compared with the project, imported. FX thread;
/// touches no control.
final class ImportViewModel {

    private static final int ROWS_SHOWN = 50;

    /// A source that can be read.
    ///
    /// @param usual what it was taken for, before a person chose otherwise
    /// @param reading  how it is read: its files, encodings and columns
    record Found(Sources.Guess guess, Sources.Guess usual, SourceOptions options, Preview preview, Reading reading,
            List<TaskDefinition> tasks) {}

    sealed interface State {
        record Nothing() implements State {}

        /// @param before what was found with other options; stays on screen meanwhile
        record Looking(Path path, @Nullable Found before) implements State {}

        /// @param usual what it was taken for; `null` if nothing came to mind
        record NotRead(Path path, Sources.@Nullable Guess usual, @Nullable Format tried, String sentence)
                implements
                    State {}

        record Read(Found found) implements State {}

        /// @param share 0 to 1; negative while unknown
        record Comparing(Found found, double share) implements State {}

        /// @param report of a dry run: what would change
        record Compared(Found found, ImportReport report) implements State {}

        record Importing(Found found, double share) implements State {}

        record Done(Found found, ImportReport report) implements State {}
    }

    /// How an attempt on a source ended.
    private sealed interface Ending<T> {
        record Good<T>(T value) implements Ending<T> {}

        record Bad<T>(String sentence) implements Ending<T> {}
    }

    private final Workspace workspace;
    private final Jobs jobs;
    private final Strings strings;
    private final Consumer<ImportReport> imported;
    private final Runnable stopped;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private SourceOptions options = SourceOptions.USUAL;
    private ImportChoices choices = ImportChoices.USUAL;
    private Supplier<String> annotator = () -> "";
    private RunningJob running = RunningJob.NONE;
    private int looks;

    /// @param imported gets what an import did
    /// @param stopped  runs after one that was stopped or failed: a part may be stored
    ImportViewModel(Workspace workspace, Jobs jobs, Strings strings, Consumer<ImportReport> imported,
            Runnable stopped) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.strings = strings;
        this.imported = imported;
        this.stopped = stopped;
    }

    /// @param who whose answers labels become that were typed into a table
    void importedBy(Supplier<String> who) {
        annotator = who;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    String projectName() {
        return workspace.project().name();
    }

    SourceOptions options() {
        return options;
    }

    ImportChoices choices() {
        return choices;
    }

    void choose(ImportChoices newChoices) {
        choices = newChoices;
    }

    boolean isBusy() {
        return state.get() instanceof State.Comparing || state.get() instanceof State.Importing;
    }

    /// Looks at another place, with nothing chosen yet.
    void look(Path path) {
        if (!isBusy()) {
            options = SourceOptions.USUAL;
            look(path, null, null, null);
        }
    }

    /// Reads the same place as another format.
    void chooseFormat(Format format) {
        switch (state.get()) {
            case State.Read(Found found) -> as(found.guess.path(), found.usual, format);
            case State.Compared(Found found, _) -> as(found.guess.path(), found.usual, format);
            case State.NotRead(Path path, var usual, _, _) -> as(path, usual, format);
            case State.Nothing _,State.Looking _,State.Comparing _,State.Importing _,State.Done _ -> {
            }
        }
    }

    private void as(Path path, Sources.@Nullable Guess usual, Format format) {
        options = options.withMapping(null);
        look(path, usual, format, null);
    }

    /// Reads the same place again, with other options.
    void choose(SourceOptions newOptions) {
        options = newOptions;
        switch (state.get()) {
            case State.Read(Found found) -> again(found);
            case State.Compared(Found found, _) -> again(found);
            case State.Looking(_, Found before) when before != null -> again(before);
            case State.NotRead(Path path, var usual, var tried, _) -> look(path, usual, tried, null);
            case State.Nothing _,State.Looking _,State.Comparing _,State.Importing _,State.Done _ -> {
            }
        }
    }

    private void again(Found found) {
        look(found.guess.path(), found.usual, found.guess.format(), found);
    }

    private void look(Path path, Sources.@Nullable Guess known, @Nullable Format format, @Nullable Found before) {
        int look = ++looks;
        var wanted = options;
        state.set(new State.Looking(path, before));
        jobs.quietly(_ -> {
            var usual = known;
            try {
                usual = known == null && format == null ? Sources.guess(path) : known;
                var guess = format == null || (usual != null && usual.format() == format)
                        ? Objects.requireNonNull(usual)
                        : new Sources.Guess(format, path, Told.plain(strings.get("import.chosen")),
                                usual == null ? path : usual.chosen());
                var tasks = workspace.project().tasks().list();
                var preview = Sources.preview(guess, tasks, wanted, ROWS_SHOWN);
                var reading = Sources.reading(guess, tasks, wanted.withMapping(preview.mapping()));
                return new State.Read(new Found(guess, usual == null ? guess : usual, wanted, preview, reading, tasks));
            } catch (IOException | UncheckedIOException e) {
                return new State.NotRead(path, usual, format, sentence(path, e));
            }
        }, (State found) -> {
            if (look == looks) {
                state.set(found);
            }
        }, () -> {
            // What went wrong was reported; something else may still be tried here.
            if (look == looks) {
                state.set(new State.NotRead(path, known, format, strings.get("import.failed", path)));
            }
        });
    }

    /// The system's own messages are only a path.
    private String sentence(Path path, Exception failure) {
        var cause = failure instanceof UncheckedIOException && failure.getCause() instanceof IOException inner
                ? inner
                : failure;
        return cause instanceof FileSystemException system
                ? strings.get("import.unreadable", path, FileTrouble.told(system).in(strings::told))
                : (cause instanceof IOException known ? ToldException.of(known) : Told.plain(cause.getMessage()))
                        .in(strings::told);
    }

    /// Imports what is new; where pairs are there already, tells first what would change.
    void start() {
        if (state.get() instanceof State.Read(Found found)) {
            compare(found);
        } else if (state.get() instanceof State.Compared(Found found, var report) && !report.wouldChangeNothing()) {
            run(found, choices.withBy(annotator.get()));
        }
    }

    private void compare(Found found) {
        state.set(new State.Comparing(found, -1));
        var wanted = choices;
        running = jobs.start(strings.get("import.comparing"),
                progress -> attempt(found, () -> new CompareImport(job(found, wanted)),
                        new ShownProgress(progress, share -> tell(new State.Comparing(found, share)))),
                ending -> compared(found, ending), () -> state.set(new State.Read(found)));
    }

    private void compared(Found found, Ending<Optional<ImportReport>> ending) {
        switch (ending) {
            case Ending.Bad(String sentence) -> state.set(notRead(found, sentence));
            case Ending.Good(Optional<ImportReport> report) -> report.ifPresentOrElse(
                    there -> state.set(new State.Compared(found, there)),
                    () -> run(found, choices.withUpdates(Set.of())));
        }
    }

    private void run(Found found, ImportChoices wanted) {
        state.set(new State.Importing(found, -1));
        running = jobs.start(strings.get("import.working"),
                progress -> attempt(found, () -> job(found, wanted),
                        new ShownProgress(progress, share -> tell(new State.Importing(found, share)))),
                ending -> {
                    switch (ending) {
                        case Ending.Bad(String sentence) -> state.set(notRead(found, sentence));
                        case Ending.Good(ImportReport report) -> {
                            state.set(new State.Done(found, report));
                            imported.accept(report);
                        }
                    }
                }, () -> {
                    state.set(new State.Read(found));
                    stopped.run();
                });
    }

    private static State notRead(Found found, String sentence) {
        return new State.NotRead(found.guess.path(), found.usual, found.guess.format(), sentence);
    }

    /// A job that needs the source opened first.
    @FunctionalInterface
    private interface Opening<T> {
        Job<T> open() throws IOException;
    }

    private <T> Ending<T> attempt(Found found, Opening<T> opening, Progress progress) throws Exception {
        try {
            return new Ending.Good<>(opening.open().run(progress));
        } catch (IOException | UncheckedIOException e) {
            return new Ending.Bad<>(sentence(found.guess.path(), e));
        }
    }

    private ImportExamples job(Found found, ImportChoices wanted) throws IOException {
        var mapping = found.preview.mapping();
        return new ImportExamples(workspace.project(),
                Sources.open(found.guess, found.tasks, found.options.withMapping(mapping)),
                new ImportExamples.Origin(found.guess.path(), Sources.files(found.guess),
                        mapping == null ? null : mapping.json()),
                wanted);
    }

    private void tell(State newest) {
        boolean same = newest.getClass() == state.get().getClass();
        if (same) {
            state.set(newest);
        }
    }

    /// Which changes of pairs that are there are taken over.
    void choose(Set<Change> updates) {
        choices = choices.withUpdates(updates);
    }

    /// Goes back from what would change, to choose otherwise.
    void back() {
        if (state.get() instanceof State.Compared(Found found, _)) {
            state.set(new State.Read(found));
        }
    }

    /// Asks what is running to stop. A stopped import keeps what is stored.
    void cancel() {
        running.cancel();
    }
}
