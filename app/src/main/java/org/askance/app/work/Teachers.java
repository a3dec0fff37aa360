package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.askance.model.checkpoint.WeightsHash;
import org.askance.model.told.OfTraining;
import org.askance.model.training.Origins;
import org.askance.model.training.TrainingException;

/// Finds the teacher that a checkpoint was aligned with. Reads files.
final class Teachers {

    private Teachers() {}

    /// That of the current checkpoint, told by its weights: where it lay, else among the fetched encoders, else the
    /// bundled one; the bundled one for a checkpoint that names none.
    ///
    /// @throws TrainingException if its weights are in none of these: another teacher would align the network anew
    static Path of(Workspace workspace) throws IOException {
        var current = workspace.current();
        var bundled = workspace.teacher();
        var teacher = Origins.of(current.folder()).map(Origins::teacher).orElse(null);
        if (teacher == null) {
            return bundled;
        }
        var fetched = workspace.encoders().stream().filter(one -> one.kind() == Encoders.Kind.TEACHER)
                .map(Encoders.Encoder::folder);
        return Stream.concat(Stream.concat(Stream.of(Path.of(teacher.folder())), fetched), Stream.of(bundled))
                .filter(Files::isDirectory).filter(folder -> WeightsHash.of(folder).equals(teacher.sha256()))
                .findFirst().orElseThrow(() -> new TrainingException(
                        OfTraining.TEACHER_GONE.with(current.name(), teacher.folder())));
    }
}
