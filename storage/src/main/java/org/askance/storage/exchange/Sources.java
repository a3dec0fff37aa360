package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// The door to all that is read: guesses what a file or folder holds, shows its beginning, opens it.
public final class Sources {

    private Sources() {}

    /// What `path` holds; for a table in a folder of its own the table's file.
    ///
    /// @param reason a sentence for people
    /// @param chosen what a person named: `path`, or the folder around it
    public record Guess(Format format, Path path, Told reason, Path chosen) {

        public Guess(Format format, Path path, Told reason) {
            this(format, path, reason, path);
        }

        public Guess(Format format, Path path, String why) {
            this(format, path, Told.plain(why), path);
        }

        /// The reason, in English.
        public String why() {
            return reason.english();
        }

        /// The same place, read as `other`.
        public Guess as(Format other) {
            return new Guess(other, path, OfReading.CHOSEN.with(), chosen);
        }

        /// As sentences name the format: a table is called after how its columns are divided.
        public Told named() {
            var name = String.valueOf(path.getFileName()).toLowerCase(java.util.Locale.ROOT);
            boolean file = format == Format.TABLE && !Files.isDirectory(path);
            return !file ? format.told() : Told.plain(name.endsWith(".tsv") || name.endsWith(".tab") ? "TSV" : "CSV");
        }

        /// The format's name, in English.
        public String title() {
            return named().english();
        }
    }

    /// Looks at names and beginnings only.
    ///
    /// @throws IOException with a sentence that names the path and what was expected there
    public static Guess guess(Path path) throws IOException {
        PlainFiles.need(path);
        boolean folder = Files.isDirectory(path);
        var guess = folder ? FormatGuess.folder(path) : FormatGuess.file(path);
        if (guess == null && !folder && FormatGuess.firstLine(path, null).isEmpty()) {
            throw new ToldException(OfReading.EMPTY_FILE.with(path));
        }
        if (guess == null) {
            throw new ToldException(folder ? none(path) : OfReading.NO_PAIRS.with(path));
        }
        return new Guess(guess.format(), guess.path(), guess.reason(), path);
    }

    private static Told none(Path folder) throws IOException {
        var refused = FolderTables.beside(folder, List.of()).refused();
        return refused.isEmpty()
                ? OfReading.NO_PAIRS_IN_FOLDER.with(folder)
                : OfReading.NO_PAIRS_BUT_LINK.with(folder, refused.getFirst().getFileName());
    }

    /// How a source is read: its files, encodings and columns, and what of its folder is left.
    ///
    /// @throws IOException if the source cannot be read so; the message names it
    public static Reading reading(Guess guess, List<TaskDefinition> tasks, SourceOptions options) throws IOException {
        PlainFiles.need(guess.path());
        return Readings.of(guess, tasks, options);
    }

    /// The first `count` rows, with the encoding, the usual mapping, and the problems of about 2,000 rows.
    ///
    /// @throws IOException if the source cannot be read so; the message names it
    public static Preview preview(Guess guess, List<TaskDefinition> tasks, SourceOptions options, int count)
            throws IOException {
        PlainFiles.need(guess.path());
        return Previews.of(guess, tasks, options, count);
    }

    /// @throws IOException if a table has no header
    public static ExampleSource open(Guess guess, List<TaskDefinition> tasks, SourceOptions options)
            throws IOException {
        PlainFiles.need(guess.path());
        return switch (guess.format()) {
            case MMSD_TEXT, CLFA_ROWS -> new PythonRows(guess.format(), guess.path(), tasks, options);
            case CLFA_SENTIMENT -> new ClfaSentiment(guess.path(), tasks, options);
            case MMSD2_JSON -> new Mmsd2Json(guess.path(), tasks, options);
            case MVSA -> new MvsaFolder(guess.path(), tasks, options);
            case GUID_FOLDER -> new GuidFolder(guess.path(), tasks, options);
            case LABEL_STUDIO -> joined(guess, file -> new LabelStudioJson(file, tasks, options));
            case DOCCANO -> joined(guess, file -> new DoccanoLines(file, tasks, options));
            case PRODIGY -> joined(guess, file -> new ProdigyLines(file, tasks, options));
            case TABLE, JSON_LINES, PARQUET, IMAGE_FOLDER -> table(guess, tasks, options);
        };
    }

    /// The file, or all files of the folder that make up one data set.
    private static ExampleSource joined(Guess guess, Function<Path, ExampleSource> open) throws IOException {
        if (!Files.isDirectory(guess.path())) {
            return open.apply(guess.path());
        }
        var files = files(guess);
        if (files.isEmpty()) {
            throw new ToldException(OfReading.NO_SUCH_FORMAT.with(guess.format().told(), guess.path()));
        }
        return new JoinedSource(guess.format(), files, open);
    }

    /// Whether a format is a table within, whose columns are mapped.
    static boolean isTable(Format format) {
        return format.isMapped() || format == Format.IMAGE_FOLDER;
    }

    private static ExampleSource table(Guess guess, List<TaskDefinition> tasks, SourceOptions options)
            throws IOException {
        var parts = TableFiles.parts(guess, options);
        if (parts.isEmpty()) {
            throw new ToldException(OfReading.NO_SUCH_FORMAT.with(guess.format().told(), guess.path()));
        }
        var mapping = options.mapping() == null ? TableFiles.guess(parts, tasks) : options.mapping();
        // An image folder's pictures lie beside its tables, nowhere else, but for those that are gone.
        return new MappedTable(guess.format(), parts, mapping, tasks,
                guess.format().choosesImages() ? options : options.withImages(null));
    }

    /// The files that say what the pairs are: all but texts and images of their own. By them a source is known again.
    public static List<Path> files(Guess guess) throws IOException {
        if (!Files.isDirectory(guess.path())) {
            return List.of(guess.path());
        }
        return switch (guess.format()) {
            case MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT -> PythonRows.files(guess.path());
            case MMSD2_JSON -> Mmsd2Json.files(guess.path());
            case MVSA -> List.of(guess.path().resolve(MvsaFolder.NAME));
            case GUID_FOLDER -> GuidFolder.files(guess.path());
            case IMAGE_FOLDER -> ImageFolderTables.find(guess.path());
            case TABLE, JSON_LINES, PARQUET, LABEL_STUDIO, DOCCANO, PRODIGY ->
                TableFiles.in(guess.path(), guess.format());
        };
    }
}
