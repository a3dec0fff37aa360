package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// A folder of `ID.txt` beside `ID.jpg`. The texts are in mixed encodings, which are judged together.
final class DataFolder {

    private static final int LONGEST = 1 << 20;
    private static final int SAMPLE = 4_096;
    private static final List<Charset> WIDE = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int MOST_SAMPLED = 20_000;

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
            case ImagePaths.Place.Refused(Told reason) -> throw new ToldException(reason);
            case ImagePaths.Place.At(Path file) -> text(file);
        };
    }

    private String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ToldException(OfReading.NO_TEXT_AT.with(file));
        }
        if (Files.size(file) > LONGEST) {
            throw new ToldException(OfReading.TEXT_TOO_LONG.with(file, LONGEST));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            var charset = chosen == null ? wide(bytes) : chosen;
            return charset == null
                    ? TextDecoding.decode(bytes, encoding()).text().strip()
                    : CleanText.of(new String(bytes, charset)).strip();
        } catch (IOException e) {
            throw new ToldException(OfReading.TEXT_UNREADABLE.with(file, FileTrouble.told(e)), e);
        }
    }

    /// UTF-16 that shows itself; or, where most texts of the folder are, that of one with control characters, which is
    /// no UTF-8 that anybody typed.
    private @Nullable Charset wide(byte[] bytes) throws IOException {
        var shown = Encodings.wide(bytes);
        if (shown != null) {
            return shown;
        }
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return WIDE.contains(encoding()) ? encoding() : null;
            }
        }
        return null;
    }

    /// Of the texts that are not UTF-8 and do not show theirs by a mark or by zeros, as UTF-16 does. Where most texts
    /// of the folder are UTF-16, so are those of a script without zeros.
    Charset encoding() throws IOException {
        var known = other;
        if (known != null) {
            return known;
        }
        try (var files = Files.list(folder)) {
            var texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().filter(PlainFiles::isOwn)
                    .limit(MOST_SAMPLED).flatMap(DataFolder::sample).toList();
            var found = mostly(texts);
            if (found == null) {
                found = TextDecoding.detect(texts.stream().filter(text -> Encodings.wide(text) == null));
            }
            other = found;
            return found;
        }
    }

    private static @Nullable Charset mostly(List<byte[]> texts) {
        return WIDE.stream()
                .filter(wide -> 2 * texts.stream().filter(text -> wide.equals(Encodings.wide(text))).count() > texts
                        .size())
                .findFirst().orElse(null);
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
