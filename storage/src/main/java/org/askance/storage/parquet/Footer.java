package org.askance.storage.parquet;

import java.util.List;

/// What stands at a Parquet file's end: its schema, and where each column of each row group lies.
///
/// @see <a href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">the
///     structures</a>, whose field numbers stand here
final class Footer {

    static final int GZIP = 2;
    static final int PLAIN = 0;
    static final int RLE = 3;

    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    private Footer() {}

    /// A column of a row group as it was written.
    record Chunk(Leaf leaf, int values, long offset, long plainBytes, long packedBytes) {}

    /// A row group as it was written.
    record Group(int rows, List<Chunk> chunks) {}

    static byte[] of(List<ParquetField> fields, long rows, List<Group> groups, String createdBy) {
        var out = new CompactOutput();
        out.begin();
        out.i32(1, 1);
        out.structList(2, 1 + fields.stream().mapToInt(Footer::elements).sum());
        group(out, "schema", REQUIRED, fields.size(), false);
        fields.forEach(field -> schema(out, field));
        out.i64(3, rows);
        out.structList(4, groups.size());
        groups.forEach(group -> rowGroup(out, group));
        out.text(6, createdBy);
        out.end();
        return out.toByteArray();
    }

    private static int elements(ParquetField field) {
        return switch (field) {
            case ParquetField.Value _ -> 1;
            case ParquetField.ListOf list -> 2 + elements(list.element());
            case ParquetField.Group group -> 1 + group.fields().stream().mapToInt(Footer::elements).sum();
        };
    }

    private static void schema(CompactOutput out, ParquetField field) {
        switch (field) {
            case ParquetField.Value value -> value(out, value);
            case ParquetField.ListOf list -> {
                group(out, list.name(), REQUIRED, 1, true);
                group(out, "list", REPEATED, 1, false);
                schema(out, list.element());
            }
            case ParquetField.Group group -> {
                group(out, group.name(), REQUIRED, group.fields().size(), false);
                group.fields().forEach(each -> schema(out, each));
            }
        }
    }

    private static void group(CompactOutput out, String name, int repetition, int children, boolean list) {
        out.begin();
        out.i32(3, repetition);
        out.text(4, name);
        out.i32(5, children);
        if (list) {
            out.i32(6, 3);
            out.struct(10);
            out.struct(3);
            out.end();
            out.end();
        }
        out.end();
    }

    private static void value(CompactOutput out, ParquetField.Value value) {
        out.begin();
        out.i32(1, physical(value.type()));
        out.i32(3, value.optional() ? OPTIONAL : REQUIRED);
        out.text(4, value.name());
        switch (value.type()) {
            case TEXT -> {
                out.i32(6, 0);
                out.struct(10);
                out.struct(1);
                out.end();
                out.end();
            }
            case TIME -> {
                out.i32(6, 9);
                out.struct(10);
                out.struct(8);
                out.bool(1, true);
                out.struct(2);
                out.struct(1);
                out.end();
                out.end();
                out.end();
                out.end();
            }
            case INT64, FLOAT, DOUBLE, BOOLEAN -> {
            }
        }
        out.end();
    }

    private static int physical(ParquetField.Type type) {
        return switch (type) {
            case BOOLEAN -> 0;
            case INT64, TIME -> 2;
            case FLOAT -> 4;
            case DOUBLE -> 5;
            case TEXT -> 6;
        };
    }

    private static void rowGroup(CompactOutput out, Group group) {
        out.begin();
        out.structList(1, group.chunks().size());
        group.chunks().forEach(chunk -> column(out, chunk));
        out.i64(2, group.chunks().stream().mapToLong(Chunk::plainBytes).sum());
        out.i64(3, group.rows());
        out.end();
    }

    private static void column(CompactOutput out, Chunk chunk) {
        out.begin();
        out.i64(2, chunk.offset());
        out.struct(3);
        out.i32(1, physical(chunk.leaf().type()));
        out.i32List(2, 2);
        out.i32(PLAIN);
        out.i32(RLE);
        out.textList(3, chunk.leaf().path().size());
        chunk.leaf().path().forEach(out::text);
        out.i32(4, GZIP);
        out.i64(5, chunk.values());
        out.i64(6, chunk.plainBytes());
        out.i64(7, chunk.packedBytes());
        out.i64(9, chunk.offset());
        out.end();
        out.end();
    }
}
