package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.storage.Project;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Staging;

/// A copy of a project as a program leaves it that was killed meanwhile.
public final class CutOff {

    private CutOff() {}

    /// @param home of the program
    /// @param from a project
    /// @return what is left beside `target`
    public static Path copy(Path home, Path from, Path target) throws IOException {
        String id = Journal.Entry.newId();
        String project;
        try (var open = Project.open(from)) {
            project = open.id();
        }
        var gathered = Files.createDirectories(Staging.folder(target, id));
        Files.writeString(gathered.resolve("1.png"), "half a pict");
        new Home(home).journal().begin(
                new Journal.Entry(id, Journal.Kind.COPY, project, from, gathered, target, 0, "")).close();
        return gathered;
    }
}
