package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.model.training.Origins;
import org.askance.model.training.TrainingException;

/// Finds the teacher that a checkpoint was aligned with. Reads files.
final class Teachers {

    private Teachers() {}

    /// That of the current checkpoint: where it lay, or among the fetched encoders under the same name; the bundled one
    /// for a checkpoint that names none.
    ///
    /// @throws TrainingException if it is no longer there
    static Path of(Workspace workspace) throws IOException {
        var current = workspace.current();
        var teacher = Origins.of(current.folder()).map(Origins::teacher).orElse(null);
        if (teacher == null) {
            return workspace.teacher();
        }
        var bundled = workspace.teacher();
        var before = Path.of(teacher.folder());
        var fetched = workspace.encoders().stream().map(Encoders.Encoder::folder)
                .filter(folder -> teacher.name().equals(String.valueOf(folder.getFileName()))).findFirst();
        if (Files.isDirectory(before)) {
            return before;
        }
        if (before.endsWith(bundled.getFileName())) {
            return bundled;
        }
        return fetched.orElseThrow(() -> new TrainingException("‘" + current.name()
                + "’ was aligned with the teacher in " + before + ", which is no longer there. Choose where it is now"
                + " (--teacher, or under More settings), or set alpha to 0."));
    }
}
