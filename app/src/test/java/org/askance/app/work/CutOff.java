package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.storage.Project;
import org.askance.storage.files.Journal;

/// Work on a project as a program leaves it that was killed meanwhile.
public final class CutOff {

    private CutOff() {}

    /// @param home of the program
    /// @param from a project
    /// @return what is left beside `target`
    public static Path copy(Path home, Path from, Path target) throws IOException {
        String project;
        try (var open = Project.open(from)) {
            project = open.id();
        }
        return left(home, Journal.Entry.staged(Journal.Kind.COPY, project, from, target));
    }

    /// @param home of the program
    /// @return what is left beside `target`, where `archive` was being restored
    public static Path restore(Path home, Path archive, Path target) throws IOException {
        return left(home, Journal.Entry.staged(Journal.Kind.RESTORE, "", archive, target));
    }

    private static Path left(Path home, Journal.Entry entry) throws IOException {
        Files.createDirectories(entry.gathered());
        Files.writeString(entry.gathered().resolve("1.png"), "half a pict");
        new Home(home).journal().begin(entry).close();
        return entry.gathered();
    }
}
