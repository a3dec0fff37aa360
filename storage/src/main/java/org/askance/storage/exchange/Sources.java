package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;

/// The door to all that is read: guesses what a file or folder holds, shows its beginning, opens it.
public final class Sources {

    private Sources() {}

    /// What `path` holds; for a table in a folder of its own the table's file.
    ///
    /// @param why a sentence for people
    public record Guess(Format format, Path path, String why) {

        /// The same place, read as `other`.
        public Guess as(Format other) {
            return new Guess(other, path, "You chose it.");
        }
    }

    /// Looks at names and beginnings only.
    ///
    /// @throws IOException with a sentence that names the path and what was expected there
    public static Guess guess(Path path) throws IOException {
        needThere(path);
        boolean folder = Files.isDirectory(path);
        var guess = folder ? FormatGuess.folder(path) : FormatGuess.file(path);
        if (guess == null && !folder && FormatGuess.firstLine(path).isEmpty()) {
            throw new IOException(path + " is empty. Choose another file.");
        }
        if (guess == null) {
            throw new IOException((folder ? "The folder " : "") + path
                    + " holds no pairs that can be read. Choose a table, a JSON or Parquet file, or the folder of a"
                    + " dataset such as MMSD, MVSA or an image folder.");
        }
        return guess;
    }

    /// Even listing the files of a pipe waits for ever.
    private static void needThere(Path path) throws IOException {
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new IOException("There is nothing at " + path + " that can be read. Choose a file or a folder.");
        }
    }

    /// The first `count` rows, with the encoding, the usual mapping, and the problems of about 2,000 rows.
    ///
    /// @throws IOException if the source cannot be read so; the message names it
    public static Preview preview(Guess guess, List<TaskDefinition> tasks, SourceOptions options, int count)
            throws IOException {
        needThere(guess.path());
        return Previews.of(guess, tasks, options, count);
    }

    /// @throws IOException if a table has no header
    public static ExampleSource open(Guess guess, List<TaskDefinition> tasks, SourceOptions options)
            throws IOException {
        needThere(guess.path());
        return switch (guess.format()) {
            case MMSD_TEXT, CLFA_ROWS -> new PythonRows(guess.format(), guess.path(), tasks, options);
            case CLFA_SENTIMENT -> new ClfaSentiment(guess.path(), tasks, options);
            case MMSD2_JSON -> new Mmsd2Json(guess.path(), tasks, options);
            case MVSA -> new MvsaFolder(guess.path(), tasks, options);
            case GUID_FOLDER -> new GuidFolder(guess.path(), tasks, options);
            case LABEL_STUDIO -> new LabelStudioJson(guess.path(), tasks, options);
            case DOCCANO -> new DoccanoLines(guess.path(), tasks, options);
            case PRODIGY -> new ProdigyLines(guess.path(), tasks, options);
            case TABLE, JSON_LINES, PARQUET, IMAGE_FOLDER -> table(guess, tasks, options);
        };
    }

    /// Whether a format is a table within, whose columns are mapped.
    static boolean isTable(Format format) {
        return format.isMapped() || format == Format.IMAGE_FOLDER;
    }

    private static ExampleSource table(Guess guess, List<TaskDefinition> tasks, SourceOptions options)
            throws IOException {
        var parts = TableFiles.parts(guess, options);
        if (parts.isEmpty()) {
            throw new IOException("There is no " + guess.format().title() + " in " + guess.path() + ".");
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
