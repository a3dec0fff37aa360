package org.askance.storage.exchange;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Parquet file being read, with threads of its own that end with it, also where it is damaged: where the first pages
/// of one column cannot be read, Hardwood 1.0.1 forgets the workers of the others. They end by themselves as long as
/// their pages are still unpacked and all that they were asked for has room before anybody takes it.
final class OpenParquet implements AutoCloseable {

    private static final int SECONDS = 4;
    /// The library's smallest batch; a worker keeps two ready.
    private static final int BATCH = 16_384;

    private final HardwoodContext context;
    private final ParquetFileReader reader;
    private final List<RowGroup> groups;

    private OpenParquet(HardwoodContext context, ParquetFileReader reader) {
        this.context = context;
        this.reader = reader;
        this.groups = reader.getFileMetaData().rowGroups();
    }

    /// @throws IOException or any unchecked exception: it is damaged
    static OpenParquet of(Path file) throws IOException {
        var context = HardwoodContext.create();
        try {
            return new OpenParquet(context,
                    ParquetFileReader.open(new BoundedInput(InputFile.of(file)), context));
        } catch (IOException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    ParquetFileReader reader() {
        return reader;
    }

    /// How many of `most` rows may be asked for from row `from` on. A worker begins at its group of rows; the library
    /// forgets it only where the group's first batch is damaged.
    int atOnce(long from, int most) {
        long left = from;
        for (var group : groups) {
            if (left < group.numRows()) {
                break;
            }
            left -= group.numRows();
        }
        return (int) Math.min(most, Math.max(BATCH, left));
    }

    /// @throws RuntimeException or OutOfMemoryError: it is damaged
    RowReader rows(long from, int most) {
        return Patience.with(() -> reader.buildRowReader().skip(from).head(most).build());
    }

    @Override
    public void close() {
        Patience.close(reader);
        // Not at once, as the library does by itself: a worker would wait for ever for pages that are not unpacked.
        context.executor().shutdown();
        try {
            context.executor().awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
