package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What else in a folder looks like pairs, beside the files that are read: nobody should have to find out later that a
/// part was left.
///
/// @param others  ordinary files
/// @param refused links, pipes and devices, which are not read where a folder holds them
record FolderTables(List<Path> others, List<Path> refused) {

    static final FolderTables NONE = new FolderTables(List.of(), List.of());

    private static final List<String> TABLES = List.of(".csv", ".tsv", ".jsonl", ".ndjson", ".parquet");
    private static final List<String> UNSURE = List.of(".json", ".txt");
    /// A data set may lie among a hundred thousand texts.
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_OPENED = 50;

    /// @param read the files that are read
    static FolderTables beside(Path folder, List<Path> read) throws IOException {
        var known = new HashSet<>(read);
        var others = new ArrayList<Path>();
        var refused = new ArrayList<Path>();
        int opened = 0;
        List<Path> entries;
        try (var found = Files.list(folder)) {
            entries = found.limit(MOST_ENTRIES).sorted().toList();
        }
        for (var file : entries) {
            if (known.contains(file) || (!ends(file, TABLES) && !ends(file, UNSURE))) {
                continue;
            }
            if (PlainFiles.isRefused(file)) {
                refused.add(file);
            } else if (PlainFiles.isOwn(file)
                    && (ends(file, TABLES) || (opened++ < MOST_OPENED && looksLikePairs(file)))) {
                others.add(file);
            }
        }
        return new FolderTables(others, refused);
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /// Any text has a first line and any JSON may be an object; a README is no table.
    private static boolean looksLikePairs(Path file) {
        try {
            var guess = FormatGuess.file(file);
            return guess != null && Stream.of(Format.TABLE, Format.JSON_LINES).noneMatch(guess.format()::equals);
        } catch (IOException _) {
            // Broken, or not this user's: nothing that could be offered.
            return false;
        }
    }
}
