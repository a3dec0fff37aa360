package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.ToldException;

/// A folder beside a place, whose content is moved there once it is whole; closed before that, nothing of it is
/// left. Confined to one thread.
public final class Staging implements AutoCloseable {

    private final Path place;
    private final Path partial;
    private final boolean whole;

    private Staging(Path place, Path partial, boolean whole) {
        this.place = place;
        this.partial = partial;
        this.whole = whole;
    }

    /// Makes the folder.
    ///
    /// @param place where the content will be, absolute
    /// @param whole `true`: the folder itself becomes `place`, which must be absent or an empty folder; `false`: the
    ///              files in it move beside `place`, over older ones, and the one called as `place` comes last
    /// @param id    in the folder's name; nobody's before
    /// @throws IOException with a sentence, if `place` is taken or cannot be written
    public static Staging beside(Path place, boolean whole, String id) throws IOException {
        var parent = place.getParent();
        if (parent == null) {
            throw new ToldException(OfFile.STAGING_ROOT.with(place));
        }
        if (whole) {
            needFree(place);
        } else if (Files.isDirectory(place)) {
            throw new ToldException(OfFile.IS_FOLDER.with(place));
        }
        Files.createDirectories(parent);
        // Not a temporary folder: that would be closed to others once it is in place.
        return new Staging(place, Files.createDirectory(folder(place, id)), whole);
    }

    /// What a staging beside `place` is called.
    public static Path folder(Path place, String id) {
        return place.resolveSibling("." + place.getFileName() + "." + id + ".partial");
    }

    private static void needFree(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new ToldException(OfFile.IS_FILE.with(place));
        }
        if (!Leftovers.isFree(place)) {
            throw new ToldException(OfFile.FOLDER_NOT_EMPTY.with(place));
        }
    }

    public Path folder() {
        return partial;
    }

    /// Moves everything into place.
    public void commit() throws IOException {
        if (whole) {
            try {
                Files.deleteIfExists(place);
            } catch (DirectoryNotEmptyException e) {
                throw new ToldException(OfFile.FOLDER_FILLED.with(place), e);
            }
            Files.move(partial, place);
            return;
        }
        var main = partial.resolve(place.getFileName());
        try (var files = Files.walk(partial)) {
            for (var file : files.filter(Files::isRegularFile).filter(file -> !file.equals(main)).toList()) {
                move(file);
            }
        }
        move(main);
    }

    private void move(Path file) throws IOException {
        var target = place.resolveSibling(partial.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(partial)) {
            return;
        }
        try (var files = Files.walk(partial)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
