package org.askance.model.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;

/// Arrays of floats in a temporary file that is mapped back on reading: features of thousands of pairs take
/// gigabytes, which the system may keep in memory or not. Rows are added first and read afterwards; the file
/// goes when this is closed. One thread adds; any may read.
final class DiskRows extends AbstractList<float[]> implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final List<Long> ends = new ArrayList<>();
    private final Arena arena = Arena.ofShared();
    private MemorySegment mapped = MemorySegment.NULL;
    private long mappedRows;

    private DiskRows(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws TrainingException if the folder cannot be written
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    static DiskRows in(Path folder) {
        try {
            java.nio.file.Files.createDirectories(folder);
            var file = java.nio.file.Files.createTempFile(folder, "features", ".f32");
            return new DiskRows(file,
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new TrainingException(OfTraining.FEATURES_NOT_KEPT.with(folder, Told.plain(e.getMessage())), e);
        }
    }

    @Override
    public boolean add(float[] row) {
        var bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(row);
        try {
            long at = ends.isEmpty() ? 0 : ends.getLast();
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            ends.add(at);
        } catch (IOException e) {
            throw new TrainingException(OfTraining.FEATURES_NOT_WRITTEN.with(file, Told.plain(e.getMessage())), e);
        }
        return true;
    }

    @Override
    public float[] get(int index) {
        long begin = index == 0 ? 0 : ends.get(index - 1);
        return segment().asSlice(begin, ends.get(index) - begin).toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    }

    private synchronized MemorySegment segment() {
        if (mappedRows < ends.size()) {
            try {
                mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, ends.getLast(), arena);
                mappedRows = ends.size();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot map " + file, e);
            }
        }
        return mapped;
    }

    @Override
    public int size() {
        return ends.size();
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
