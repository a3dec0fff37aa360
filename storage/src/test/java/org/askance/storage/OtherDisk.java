package org.askance.storage;

import java.nio.file.Path;
import org.askance.storage.files.Journal;
import org.askance.storage.told.Told;

/// Moves a project as to another disk, where there is only one.
public final class OtherDisk {

    private OtherDisk() {}

    /// @return as [Project#move]
    public static Told move(Path folder, Path target, Journal journal) {
        return FolderMove.copy(folder, target, journal);
    }
}
