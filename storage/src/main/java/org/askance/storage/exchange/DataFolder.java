package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of `ID.txt` beside `ID.jpg`. The texts are in mixed encodings, which are judged together.
final class DataFolder {

    private static final int LONGEST = 1 << 20;
    private static final int SAMPLE = 4_096;

    private final Path folder;
    private final ImagePaths paths;
    private final @Nullable Charset chosen;
    private @Nullable Charset other;

    /// @param chosen the encoding that a person chose for all texts; `null` to find it
    DataFolder(Path folder, @Nullable Charset chosen) {
        this.folder = folder;
        this.paths = new ImagePaths(folder, false);
        this.chosen = chosen;
    }

    ImagePaths paths() {
        return paths;
    }

    /// The text called `id`; at fault is a sentence.
    String text(String id) throws IOException {
        var place = paths.resolve(id + ".txt");
        return switch (place) {
            case ImagePaths.Place.Refused(String reason) -> throw new IOException(reason);
            case ImagePaths.Place.At(Path file) -> text(file);
        };
    }

    private String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no text at " + file);
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " has more than " + LONGEST + " bytes");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return chosen == null
                    ? TextDecoding.decode(bytes, encoding()).text().strip()
                    : CleanText.of(new String(bytes, chosen)).strip();
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Of the texts that are not UTF-8.
    Charset encoding() throws IOException {
        var known = other;
        if (known != null) {
            return known;
        }
        try (var files = Files.list(folder)) {
            var found = TextDecoding.detect(files.filter(file -> file.toString().endsWith(".txt")).sorted()
                    .filter(PlainFiles::isOwn).flatMap(DataFolder::sample));
            other = found;
            return found;
        }
    }

    private static Stream<byte[]> sample(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Stream.of(in.readNBytes(SAMPLE));
        } catch (IOException _) {
            // Its own row will say so.
            return Stream.empty();
        }
    }
}
