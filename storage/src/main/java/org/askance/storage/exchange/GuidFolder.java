package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.askance.storage.annotation.TaskDefinition;

/// A folder with `train.txt` or `test_without_label.txt` (header `guid,tag`), and `data/<guid>.txt` with `.jpg` beside.
/// The tag is a sentiment; `null` is none.
public record GuidFolder(Path path) implements ExampleSource {

    @Override
    public Stream<Row> rows(List<TaskDefinition> tasks) {
        throw new UnsupportedOperationException();
    }
}
