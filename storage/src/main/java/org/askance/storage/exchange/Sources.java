package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.askance.storage.annotation.TaskDefinition;

/// Guesses what a file or folder holds.
public final class Sources {

    private Sources() {}

    /// What was recognised.
    public enum Format {
        GUID_FOLDER, TABLE
    }

    /// What `path` holds, and the table's file where that lies inside a folder.
    public record Guess(Format format, Path path) {}

    /// @throws IOException with a sentence that names the path and what was expected there
    public static Guess guess(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("There is nothing at " + path + ". Choose a file or a folder.");
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
            return new Guess(Format.TABLE, path);
        }
        throw new IOException(path + " is not of a format that is read. Choose a CSV or TSV file, or a folder with"
                + " train.txt and data/.");
    }

    private static Guess folder(Path folder) throws IOException {
        if (GuidFolder.matches(folder)) {
            return new Guess(Format.GUID_FOLDER, folder);
        }
        try (var files = Files.list(folder)) {
            var tables = files.filter(file -> file.toString().matches("(?i).*\\.(csv|tsv)")).sorted().toList();
            if (tables.isEmpty()) {
                throw new IOException("The folder " + folder + " holds no pairs that can be read. Choose a folder with"
                        + " train.txt and data/, or one with a CSV file.");
            }
            // Postcards' own folder holds planted.csv too: the table with texts is the larger one.
            Path largest = tables.getFirst();
            for (var table : tables) {
                largest = Files.size(table) > Files.size(largest) ? table : largest;
            }
            return new Guess(Format.TABLE, largest);
        }
    }

    /// The source of a guess, with the usual column names for tables.
    public static ExampleSource open(Guess guess, List<TaskDefinition> tasks) throws IOException {
        return open(guess, tasks, UnaryOperator.identity());
    }

    /// The source of a guess.
    ///
    /// @param mapping turns the usual column names of a table into those that are meant
    public static ExampleSource open(Guess guess, List<TaskDefinition> tasks, UnaryOperator<ColumnMapping> mapping)
            throws IOException {
        return switch (guess.format()) {
            case GUID_FOLDER -> new GuidFolder(guess.path(), tasks);
            case TABLE -> new CsvTable(guess.path(),
                    mapping.apply(ColumnMapping.guess(CsvTable.preview(guess.path(), 0).header(),
                            tasks.stream().map(TaskDefinition::name).toList())),
                    tasks);
        };
    }
}
