package org.askance.storage.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.NewExample;

/// Keeps what a source gives.
final class Collected implements ExampleSource.Sink {

    static final List<TaskDefinition> TASKS = List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);

    final List<SourceRow> rows = new ArrayList<>();
    final List<RowProblem> problems = new ArrayList<>();
    final Map<ExampleSource.Drop, Integer> dropped = new EnumMap<>(ExampleSource.Drop.class);
    int numbered;
    long position;
    long total;

    @Override
    public void row(SourceRow row) {
        rows.add(row);
    }

    @Override
    public void problem(RowProblem problem) {
        problems.add(problem);
    }

    @Override
    public void dropped(ExampleSource.Drop reason) {
        dropped.merge(reason, 1, Integer::sum);
    }

    @Override
    public void numbered() {
        numbered++;
    }

    @Override
    public void position(long bytes, long of) {
        position = bytes;
        total = of;
    }

    List<NewExample> examples() {
        return rows.stream().map(SourceRow::example).toList();
    }

    List<String> reasons() {
        return problems.stream().map(RowProblem::reason).toList();
    }

    static Collected of(java.nio.file.Path path) throws java.io.IOException {
        return of(path, SourceOptions.USUAL);
    }

    static Collected of(java.nio.file.Path path, SourceOptions options) throws java.io.IOException {
        var collected = new Collected();
        Sources.open(Sources.guess(path), TASKS, options).read(collected);
        return collected;
    }
}
