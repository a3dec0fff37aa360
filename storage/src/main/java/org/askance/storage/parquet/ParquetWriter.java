package org.askance.storage.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes rows as a Parquet file: plain values, run-length levels, one gzip page per column and row group.
/// Every reader knows these. Nothing is kept but the row group being gathered. Confined to one thread.
public final class ParquetWriter implements AutoCloseable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_BYTES = 16 << 20;

    private final OutputStream out;
    private final List<ParquetField> fields;
    private final String createdBy;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Footer.Group> groups = new ArrayList<>();
    private long position;
    private long rows;
    private int groupRows;

    /// Begins a file on `out`, which stays open and is the caller's to buffer and close.
    public ParquetWriter(OutputStream out, List<ParquetField> fields, String createdBy) throws IOException {
        this.out = out;
        this.fields = List.copyOf(fields);
        this.createdBy = createdBy;
        this.fields.forEach(field -> leaves(field, List.of(), 0, 0));
        write(MAGIC);
    }

    private void leaves(ParquetField field, List<String> above, int repetition, int definition) {
        var path = new ArrayList<>(above);
        path.add(field.name());
        switch (field) {
            case ParquetField.Value value -> leaves.add(
                    new Leaf(path, value.type(), repetition, definition + (value.optional() ? 1 : 0)));
            case ParquetField.ListOf list -> {
                path.add("list");
                leaves(list.element(), path, repetition + 1, definition + 1);
            }
            case ParquetField.Group group -> group.fields().forEach(
                    each -> leaves(each, path, repetition, definition));
        }
    }

    /// Adds a row.
    ///
    /// @param values one per field, in their order
    public void row(List<? extends @Nullable Object> values) throws IOException {
        int leaf = 0;
        for (int i = 0; i < fields.size(); i++) {
            leaf = put(fields.get(i), values.get(i), leaf, 0, 0, 0);
        }
        rows++;
        groupRows++;
        if (groupRows == MOST_ROWS || leaves.stream().mapToInt(Leaf::bytes).sum() > MOST_BYTES) {
            flush();
        }
    }

    /// @param repetition of the value: how deep the innermost list lies that goes on
    /// @param definition how many of what may be absent is present above
    /// @param depth      how many lists are above
    /// @return the leaf after those of `field`
    private int put(ParquetField field, @Nullable Object value, int leaf, int repetition, int definition, int depth) {
        return switch (field) {
            case ParquetField.Value plain -> {
                if (value == null && !plain.optional()) {
                    throw new IllegalArgumentException(plain.name() + " must have a value");
                }
                leaves.get(leaf).add(repetition, definition + (plain.optional() && value != null ? 1 : 0), value);
                yield leaf + 1;
            }
            case ParquetField.ListOf list -> putList(list, elements(value), leaf, repetition, definition, depth + 1);
            case ParquetField.Group group -> {
                int next = leaf;
                var parts = (List<?>) java.util.Objects.requireNonNull(value);
                for (int i = 0; i < parts.size(); i++) {
                    next = put(group.fields().get(i), parts.get(i), next, repetition, definition, depth);
                }
                yield next;
            }
        };
    }

    private static List<?> elements(@Nullable Object value) {
        if (value instanceof float[] floats) {
            var boxed = new ArrayList<Float>(floats.length);
            for (float one : floats) {
                boxed.add(one);
            }
            return boxed;
        }
        return (List<?>) java.util.Objects.requireNonNull(value);
    }

    private int putList(ParquetField.ListOf list, List<?> elements, int leaf, int repetition, int definition,
            int depth) {
        if (elements.isEmpty()) {
            int end = leaf + count(list);
            for (int i = leaf; i < end; i++) {
                leaves.get(i).add(repetition, definition, null);
            }
            return end;
        }
        int end = leaf;
        int level = repetition;
        for (var element : elements) {
            end = put(list.element(), element, leaf, level, definition + 1, depth);
            level = depth;
        }
        return end;
    }

    private static int count(ParquetField field) {
        return switch (field) {
            case ParquetField.Value _ -> 1;
            case ParquetField.ListOf list -> count(list.element());
            case ParquetField.Group group -> group.fields().stream().mapToInt(ParquetWriter::count).sum();
        };
    }

    private void flush() throws IOException {
        if (groupRows == 0) {
            return;
        }
        var chunks = new ArrayList<Footer.Chunk>();
        for (var leaf : leaves) {
            chunks.add(chunk(leaf));
        }
        groups.add(new Footer.Group(groupRows, chunks));
        groupRows = 0;
    }

    private Footer.Chunk chunk(Leaf leaf) throws IOException {
        int values = leaf.count();
        byte[] page = leaf.page();
        byte[] packed = gzip(page);
        var header = new CompactOutput();
        header.begin();
        header.i32(1, 0);
        header.i32(2, page.length);
        header.i32(3, packed.length);
        header.struct(5);
        header.i32(1, values);
        header.i32(2, Footer.PLAIN);
        header.i32(3, Footer.RLE);
        header.i32(4, Footer.RLE);
        header.end();
        header.end();
        byte[] head = header.toByteArray();
        long offset = position;
        write(head);
        write(packed);
        return new Footer.Chunk(leaf, values, offset, head.length + page.length, head.length + packed.length);
    }

    private static byte[] gzip(byte[] page) throws IOException {
        var packed = new ByteArrayOutputStream(page.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(packed, 1 << 15) {
            {
                // Level 1 is three times as fast as the usual 6 and packs a tenth worse.
                def.setLevel(1);
            }
        }) {
            gzip.write(page);
        }
        return packed.toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /// Ends the file; without it there is none.
    @Override
    public void close() throws IOException {
        flush();
        byte[] footer = Footer.of(fields, rows, groups, createdBy);
        write(footer);
        var length = new PageBytes();
        length.putInt(footer.length);
        write(length.drain());
        write(MAGIC);
    }
}
