package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.exchange.EmbeddedImage;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.ImageFiles;
import org.jspecify.annotations.Nullable;

/// Looks at the pictures of rows. Those that came within a file are kept in the project, called by their content.
final class ImportImages {

    private static final int MOST_BYTES = 64 << 20;

    private ImportImages() {}

    /// @param notes what is worth knowing of a picture that can be used
    record Row(ImportRepository.Looked looked, List<String> notes) {}

    /// @param images where pictures are kept that came within a file
    /// @param dry    whether nothing may be written
    static Row look(SourceRow row, Path images, boolean dry) {
        var embedded = row.image();
        var example = embedded == null ? row.example() : kept(row.example(), embedded, images, dry);
        var image = example.image();
        if (example.problem() != null || example.imageHash() != null) {
            return new Row(new ImportRepository.Looked(example, null), List.of());
        }
        if (image == null) {
            return new Row(new ImportRepository.Looked(
                    example.inspected(null, "The source names no picture for this text."), null), List.of());
        }
        return switch (ImageFiles.inspect(image)) {
            case ImageFiles.Inspection.Usable(int _, int _, String hash, List<String> notes) -> new Row(
                    new ImportRepository.Looked(example.inspected(hash, null), notes.isEmpty() ? null : join(notes)),
                    notes);
            case ImageFiles.Inspection.Unusable(String reason) ->
                new Row(new ImportRepository.Looked(example.inspected(null, reason), null), List.of());
        };
    }

    private static String join(List<String> notes) {
        return String.join(" ", notes);
    }

    private static NewExample kept(NewExample example, EmbeddedImage embedded, Path images, boolean dry) {
        byte[] bytes = embedded.bytes();
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            return example.inspected(null, bytes.length == 0
                    ? "The picture within the source is empty or damaged."
                    : "The picture within the source has more than " + MOST_BYTES + " bytes.");
        }
        String hash = ContentHash.of(bytes);
        var file = images.resolve(hash.substring(0, 2)).resolve(hash + ending(embedded.name(), bytes));
        var named = new NewExample(example.key(), example.text(), example.knowledge(), file, example.split(),
                example.labels(), dry ? hash : null, null);
        if (!dry && !Files.exists(file)) {
            try {
                AtomicFiles.write(file, out -> out.write(bytes));
            } catch (IOException e) {
                return example.inspected(null, "The picture cannot be kept at " + file + ": " + e.getMessage() + ".");
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
