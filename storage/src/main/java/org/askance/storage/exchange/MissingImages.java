package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.askance.storage.files.ContentHash;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Examples whose image does not lie where it lay. Thread-safe.
public final class MissingImages {

    private final Database database;
    private final Path folder;

    /// @param folder what relative image paths start at
    public MissingImages(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /// @param image where it should lie
    /// @param hash  of its content; `null` if it has never been there
    public record Missing(long example, String key, Path image, @Nullable String hash) {}

    /// All that are missing now.
    public List<Missing> list() {
        return images("", false);
    }

    /// Those that could not be used when they were looked at, and lie in their place now: they may have come back.
    public List<Missing> returned() {
        return images("AND problem IS NOT NULL", true);
    }

    /// Whether another picture than was imported, or only a part of it, lies where the example's should. Reads all of it.
    public boolean isAnother(long example) {
        return !another(new long[]{example}).isEmpty();
    }

    /// Those of `examples` in whose picture's place another lies than was imported, or only a part of it. Reads all of
    /// them, several at a time.
    public Set<Long> another(long[] examples) {
        return known(examples).parallelStream().filter(known -> Files.isRegularFile(known.image)).filter(known -> {
            try {
                return !ContentHash.of(known.image).equals(known.hash);
            } catch (IOException _) {
                // That it cannot be read is told where it is shown.
                return false;
            }
        }).map(Known::example).collect(Collectors.toUnmodifiableSet());
    }

    private record Known(long example, Path image, String hash) {}

    private List<Known> known(long[] examples) {
        return database.read(connection -> {
            var known = new ArrayList<Known>();
            try (var query = connection.prepareStatement("SELECT image, image_hash FROM example WHERE id = ?")) {
                for (long example : examples) {
                    query.setLong(1, example);
                    try (var row = query.executeQuery()) {
                        if (row.next() && row.getString(1) != null && row.getString(2) != null) {
                            known.add(new Known(example, folder.resolve(row.getString(1)), row.getString(2)));
                        }
                    }
                }
            }
            return known;
        });
    }

    private List<Missing> images(String where, boolean there) {
        return database.read(connection -> {
            var missing = new ArrayList<Missing>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, key, image, image_hash FROM example WHERE image IS NOT NULL " + where
                                    + " ORDER BY id")) {
                while (rows.next()) {
                    var image = folder.resolve(rows.getString(3));
                    if (Files.isRegularFile(image) == there) {
                        missing.add(new Missing(rows.getLong(1), rows.getString(2), image, rows.getString(4)));
                    }
                }
            }
            return missing;
        });
    }

    /// @param problem why the image cannot be used though it was found; `null` if it can
    public record Found(Path image, @Nullable String hash, @Nullable String problem) {}

    /// From now on the examples' images lie where they were found, in one transaction.
    public void relink(Map<Long, Found> found) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("""
                    UPDATE example SET image = ?, image_hash = coalesce(?, image_hash), problem = ? WHERE id = ?
                    """)) {
                for (var each : found.entrySet()) {
                    update.setString(1, StoredPath.of(folder, each.getValue().image()));
                    update.setString(2, each.getValue().hash());
                    update.setString(3, each.getValue().problem());
                    update.setLong(4, each.getKey());
                    update.addBatch();
                }
                return update.executeBatch().length;
            }
        });
    }
}
