package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Several files of one format that a folder holds, such as one for each split, read one after the other.
final class JoinedSource implements ExampleSource {

    private final Format format;
    private final List<Path> files;
    private final Function<Path, ExampleSource> open;

    JoinedSource(Format format, List<Path> files, Function<Path, ExampleSource> open) {
        this.format = format;
        this.files = List.copyOf(files);
        this.open = open;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void read(Sink sink) throws IOException {
        long before = 0;
        long total = 0;
        for (var file : files) {
            total += Files.size(file);
        }
        for (var file : files) {
            open.apply(file).read(new Part(sink, before, total));
            before += Files.size(file);
        }
    }

    /// @param before bytes of the files before this one
    /// @param all    bytes of all of them
    private record Part(Sink sink, long before, long all) implements Sink {

        @Override
        public void row(SourceRow row) {
            sink.row(row);
        }

        @Override
        public void problem(RowProblem problem) {
            sink.problem(problem);
        }

        @Override
        public void dropped(Drop reason) {
            sink.dropped(reason);
        }

        @Override
        public void numbered() {
            sink.numbered();
        }

        @Override
        public void position(long bytes, long total) {
            sink.position(before + bytes, all);
        }
    }
}
