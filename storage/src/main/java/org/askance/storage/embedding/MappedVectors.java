package org.askance.storage.embedding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The vectors of one file, mapped: rows are read where they lie, and only ids and places are in memory, 16 bytes
/// each. Rows are in the order of the examples' ids; of several vectors of one example the last counts. What is
/// damaged, cut off or of another version counts as absent. Safe from any thread; usable as long as its arena.
final class MappedVectors {

    private final MemorySegment file;
    private final int dimension;
    private final long[] examples;
    /// Places in the file, plus one where the row is of float16: places are even.
    private final long[] places;
    private final int size;

    private MappedVectors(MemorySegment file, List<VectorBlock> blocks) {
        this.file = file;
        this.dimension = blocks.isEmpty() ? 0 : blocks.getLast().dimension();
        int count = 0;
        for (var block : blocks) {
            count += block.dimension() == dimension ? block.count() : 0;
        }
        var ids = new long[count];
        var rows = new long[count];
        int at = 0;
        boolean ascending = true;
        for (var block : blocks) {
            for (int i = 0; block.dimension() == dimension && i < block.count(); i++, at++) {
                ids[at] = block.example(file, i);
                rows[at] = block.row(i) + (block.precision() == Precision.FLOAT16 ? 1 : 0);
                ascending &= at == 0 || ids[at] > ids[at - 1];
            }
        }
        this.examples = ascending ? ids : new long[count];
        this.places = ascending ? rows : new long[count];
        this.size = ascending ? count : sort(ids, rows);
    }

    /// Puts rows in the order of their ids, the last of each alone.
    private int sort(long[] ids, long[] rows) {
        var order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> ids[i]));
        int kept = 0;
        for (int i = 0; i < order.length; i++) {
            // The sort is stable: the last of equal ones is the last that was written.
            if (i + 1 == order.length || ids[order[i + 1]] != ids[order[i]]) {
                examples[kept] = ids[order[i]];
                places[kept++] = rows[order[i]];
            }
        }
        return kept;
    }

    /// Maps `path` and checks all of it; a file that is not there is one without vectors.
    static MappedVectors open(Path path, Arena arena) throws IOException {
        if (!Files.exists(path)) {
            return new MappedVectors(MemorySegment.NULL, List.of());
        }
        try (var channel = FileChannel.open(path)) {
            var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new MappedVectors(file, blocks(file));
        }
    }

    private static List<VectorBlock> blocks(MemorySegment file) {
        var blocks = new ArrayList<VectorBlock>();
        for (long at = 0; at < file.byteSize();) {
            var block = VectorBlock.at(file, at);
            if (block != null) {
                blocks.add(block);
            }
            // The length that a damaged block states is not to be trusted.
            at = block == null ? at + VectorBlock.ALIGNMENT : block.end();
        }
        return blocks;
    }

    int size() {
        return size;
    }

    int dimension() {
        return dimension;
    }

    long example(int row) {
        return examples[row];
    }

    /// Which row is an example's; negative if it has none.
    int row(long example) {
        return Arrays.binarySearch(examples, 0, size, example);
    }

    /// Copies a row into `into`, which has the dimension's length.
    void read(int row, float[] into) {
        long place = places[row];
        VectorBlock.read(file, place & ~1, (place & 1) == 0 ? Precision.FLOAT32 : Precision.FLOAT16, into);
    }
}
