package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.exchange.EmbeddedImage;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.ImageFiles;
import org.askance.storage.told.Kept;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Looks at the pictures of rows. Those that came within a file are kept in the project, called by their content.
final class ImportImages {

    private static final int MOST_BYTES = 64 << 20;

    private ImportImages() {}

    /// @param notes what is worth knowing of a picture that can be used
    /// @param problem why its picture cannot be used; `null` if it can
    record Row(ImportRepository.Looked looked, List<Told> notes, @Nullable Told problem) {

        private static Row unusable(NewExample example, Told problem) {
            return new Row(new ImportRepository.Looked(example.inspected(null, problem.english()), null), List.of(),
                    problem);
        }
    }

    /// @param images where pictures are kept that came within a file
    /// @param dry    whether nothing may be written
    static Row look(SourceRow row, Path images, boolean dry) {
        var embedded = row.image();
        NewExample example;
        try {
            example = embedded == null ? row.example() : kept(row.example(), embedded, images, dry);
        } catch (ToldException e) {
            return Row.unusable(row.example(), e.told());
        }
        var image = example.image();
        if (example.problem() != null || example.imageHash() != null) {
            return new Row(new ImportRepository.Looked(example, null), List.of(),
                    example.problem() == null ? null : Kept.read(example.problem()));
        }
        if (image == null) {
            return Row.unusable(example, OfFile.SOURCE_NAMES_NONE.with());
        }
        return switch (ImageFiles.inspect(image)) {
            case ImageFiles.Inspection.Usable(int _, int _, String hash, List<Told> notes) -> new Row(
                    new ImportRepository.Looked(example.inspected(hash, null), notes.isEmpty() ? null : join(notes)),
                    notes, null);
            case ImageFiles.Inspection.Unusable(Told told) -> Row.unusable(example, told);
        };
    }

    /// As they are kept.
    private static String join(List<Told> notes) {
        return notes.stream().map(Told::english).collect(Collectors.joining(" "));
    }

    /// @throws ToldException if the picture cannot be kept
    private static NewExample kept(NewExample example, EmbeddedImage embedded, Path images, boolean dry)
            throws ToldException {
        byte[] bytes = embedded.bytes();
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw new ToldException(bytes.length == 0
                    ? OfFile.WITHIN_DAMAGED.with()
                    : OfFile.WITHIN_TOO_LONG.with(MOST_BYTES));
        }
        String hash = ContentHash.of(bytes);
        var file = images.resolve(hash.substring(0, 2)).resolve(hash + ending(embedded.name(), bytes));
        var named = new NewExample(example.key(), example.text(), example.knowledge(), file, example.split(),
                example.labels(), dry ? hash : null, null);
        if (!dry && !Files.exists(file)) {
            try {
                AtomicFiles.write(file, out -> out.write(bytes));
            } catch (IOException e) {
                throw new ToldException(OfFile.NOT_KEPT.with(file, ToldException.of(e)), e);
            }
        }
        return named;
    }

    /// By the first bytes, or else as the source calls it.
    private static String ending(String name, byte[] bytes) {
        int first = bytes[0] & 0xFF;
        if (first == 0xFF) {
            return ".jpg";
        }
        if (first == 0x89) {
            return ".png";
        }
        if (first == 'G') {
            return ".gif";
        }
        return first == 'R' ? ".webp" : known(name);
    }

    private static String known(@Nullable String name) {
        return name != null && name.matches(".*\\.[A-Za-z0-9]{1,5}") ? name.substring(name.lastIndexOf('.')) : ".bin";
    }
}
