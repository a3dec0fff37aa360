package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells how much of several files has been read.
final class FilesProgress {

    private static final int EVERY = 256;

    private final ExampleSource.Sink sink;
    private final long total;
    private long before;
    private int calls;

    FilesProgress(ExampleSource.Sink sink, List<Path> files) throws IOException {
        this.sink = sink;
        long sum = 0;
        for (var file : files) {
            sum += Files.size(file);
        }
        this.total = sum;
    }

    ExampleSource.Sink sink() {
        return sink;
    }

    /// Within `text`; cheap enough for every row.
    void at(SourceText text) {
        if (++calls % EVERY == 1) {
            sink.position(before + text.position(), total);
        }
    }

    /// Within a file, of whose bytes so many are read.
    void at(long bytes) {
        if (++calls % EVERY == 1) {
            sink.position(before + bytes, total);
        }
    }

    /// `text` has been read to its end.
    void done(SourceText text) {
        text.report(sink);
        done(text.size());
    }

    /// A file of so many bytes has been read to its end.
    void done(long bytes) {
        before += bytes;
        sink.position(before, total);
    }
}
