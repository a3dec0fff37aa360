package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.storage.annotation.TaskDefinition;

/// Finds out how sources are read, without reading them.
final class Readings {

    /// Of so many files the encodings are looked at.
    private static final int MOST_LOOKED_AT = 100;

    private Readings() {}

    static Reading of(Sources.Guess guess, List<TaskDefinition> tasks, SourceOptions options) throws IOException {
        var files = Sources.files(guess);
        var beside = Files.isDirectory(guess.chosen())
                ? FolderTables.beside(guess.chosen(), files)
                : FolderTables.NONE;
        var parts = Sources.isTable(guess.format()) ? TableFiles.parts(guess, options) : List.<MappedTable.Part>of();
        var mapping = parts.isEmpty()
                ? null
                : options.mapping() == null ? TableFiles.guess(parts, tasks) : options.mapping();
        return new Reading(guess, guess.chosen(), files, beside.others(), beside.refused(),
                encodings(guess, files, options), mapping,
                mapping == null ? List.of() : unused(parts, mapping));
    }

    private static List<Charset> encodings(Sources.Guess guess, List<Path> files, SourceOptions options)
            throws IOException {
        if (options.encoding() != null) {
            return List.of(options.encoding());
        }
        if (!guess.format().isEncoded()) {
            return List.of();
        }
        if (guess.format().hasTextFiles()) {
            var texts = Previews.texts(guess.path());
            return texts == null ? List.of() : List.of(texts);
        }
        var found = new LinkedHashSet<Charset>();
        for (var file : files.subList(0, Math.min(MOST_LOOKED_AT, files.size()))) {
            found.add(Encodings.detect(file));
        }
        return List.copyOf(found);
    }

    /// What this program wrote beside the columns is read without a mapping.
    private static List<String> unused(List<MappedTable.Part> parts, ColumnMapping mapping) throws IOException {
        Set<String> used = Stream
                .concat(Stream.of(mapping.id(), mapping.text(), mapping.knowledge(), mapping.image(), mapping.split()),
                        mapping.tasks().values().stream())
                .filter(Objects::nonNull).map(String::valueOf).collect(Collectors.toSet());
        var unused = new LinkedHashSet<String>();
        for (var part : parts.subList(0, Math.min(MOST_LOOKED_AT, parts.size()))) {
            List<String> header;
            try {
                header = part.table().header();
            } catch (UnreadableFile e) {
                // Of one of several it is told when it is read.
                if (parts.size() == 1) {
                    throw e;
                }
                continue;
            }
            if (OwnColumns.areIn(header) || header.stream().anyMatch(column -> column.startsWith("given."))) {
                return List.of();
            }
            header.stream().filter(column -> !used.contains(column)).forEach(unused::add);
        }
        return List.copyOf(unused);
    }
}
