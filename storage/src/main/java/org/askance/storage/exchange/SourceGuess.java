package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;

import org.askance.storage.annotation.TaskDefinition;

/// What a folder or file that the user pointed at seems to be.
public sealed interface SourceGuess {

    /// Can be imported as it is.
    record Ready(ExampleSource source) implements SourceGuess {}

    /// A table whose columns the user has to name first.
    record NeedsMapping(Path table, TablePreview preview) implements SourceGuess {}

    /// @param reason a sentence that names the path and what was looked for
    record Unknown(String reason) implements SourceGuess {}

    /// Looks at names and headers only.
    static SourceGuess of(Path path, List<TaskDefinition> tasks) {
        throw new UnsupportedOperationException();
    }
}
