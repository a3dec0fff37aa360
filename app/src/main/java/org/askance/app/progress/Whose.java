package org.askance.app.progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.askance.storage.Project;
import org.jspecify.annotations.Nullable;

/// Who works in which project, so that what they chose is found again when either was renamed or moved.
///
/// @param id     of the annotator; `null` while they have done nothing
/// @param folder where the project is now
record Whose(String project, @Nullable Long id, String annotator, Path folder) {

    /// Reads it. Not on the FX thread.
    static Whose of(Project project, String annotator) {
        return new Whose(project.id(), project.annotators().id(annotator), annotator, project.folder());
    }

    /// Names under which it may be kept, the one to keep it under first: the last is from when folders told projects
    /// apart.
    List<String> keys() {
        return Stream.of(Optional.ofNullable(id).map(number -> project + "#" + number).stream(),
                Stream.of(project + "@" + annotator), Stream.of(annotator + "@" + folder)).flatMap(key -> key).toList();
    }
}
