package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.askance.storage.sql.Database;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.ToldException;

/// Where nothing else may be written, or what people did would be gone: the project's folder, the pictures of its pairs
/// and the sources that it was imported from. Any thread.
public final class OwnPlaces {

    private final Database database;
    private final Path folder;

    OwnPlaces(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Refuses a place for an export.
    ///
    /// @throws IOException with a sentence, if `place` is the project's own, or neither free nor an ordinary file or
    ///                     folder
    public void check(Path place) throws IOException {
        var wanted = place.toAbsolutePath().normalize();
        var real = real(wanted);
        if (wanted.startsWith(folder) || real.startsWith(real(folder))) {
            throw new ToldException(OfExport.INSIDE.with(place));
        }
        if (Files.exists(real) && !Files.isRegularFile(real) && !Files.isDirectory(real)) {
            throw new ToldException(OfExport.NO_ORDINARY_FILE.with(place));
        }
        var use = use(wanted).or(() -> use(real));
        if (use.isPresent()) {
            throw new ToldException(OfExport.IN_USE.with(place, use.get().with()));
        }
    }

    private Optional<OfExport> use(Path file) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("""
                    SELECT 'A_SOURCE' FROM source WHERE path = ?1
                    UNION ALL SELECT 'THE_PICTURE' FROM example WHERE image = ?1
                    UNION ALL SELECT 'A_PICTURE' FROM more_image WHERE image = ?1 LIMIT 1""")) {
                statement.setString(1, file.toString());
                var rows = statement.executeQuery();
                return rows.next() ? Optional.of(OfExport.valueOf(rows.getString(1))) : Optional.<OfExport>empty();
            }
        });
    }

    /// Links followed as far as the path is there.
    private static Path real(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        var parent = path.getParent();
        return parent == null ? path : real(parent).resolve(path.getFileName());
    }
}
