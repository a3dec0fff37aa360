package org.askance.storage;

import java.nio.file.Path;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;

/// A project that is called as its folder is called so under the folder's new name too: people rename it by that. One
/// with a name of its own keeps it.
final class FolderName {

    private FolderName() {}

    /// @param database the project's file, in its new folder
    static void follow(Path database, Path from, Path to) {
        if (from.getFileName().equals(to.getFileName())) {
            return;
        }
        try (var opened = Schema.open(database)) {
            var settings = new Settings(opened);
            if (from.getFileName().toString().equals(settings.get(Project.NAME))) {
                settings.put(Project.NAME, to.getFileName().toString());
            }
        } catch (StorageException _) {
            // It is moved all the same.
        }
    }
}
