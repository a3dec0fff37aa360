package org.askance.storage.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Thrift's compact protocol, as far as Parquet's headers need it. Fields of a structure come in rising order.
///
/// @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the
///     protocol</a>
final class CompactOutput {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ArrayDeque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void field(int id, int type) {
        int step = id - last;
        if (step > 0 && step < 16) {
            bytes.write(step << 4 | type);
        } else {
            bytes.write(type);
            varint(zigzag(id));
        }
        last = id;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void bool(int id, boolean value) {
        field(id, value ? TRUE : FALSE);
    }

    void i32(int id, int value) {
        field(id, I32);
        varint(zigzag(value));
    }

    void i64(int id, long value) {
        field(id, I64);
        varint(zigzag(value));
    }

    void text(int id, String value) {
        field(id, BINARY);
        text(value);
    }

    /// A string that is an element of a list.
    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes.writeBytes(utf8);
    }

    /// A number that is an element of a list.
    void i32(int value) {
        varint(zigzag(value));
    }

    void textList(int id, int size) {
        list(id, size, BINARY);
    }

    void i32List(int id, int size) {
        list(id, size, I32);
    }

    void structList(int id, int size) {
        list(id, size, STRUCT);
    }

    private void list(int id, int size, int element) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            bytes.write(size << 4 | element);
        } else {
            bytes.write(SHORT_LIST << 4 | element);
            varint(size);
        }
    }

    /// Begins a structure in field `id`; [#end] ends it.
    void struct(int id) {
        field(id, STRUCT);
        begin();
    }

    /// Begins a structure that is an element of a list, or the outermost one.
    void begin() {
        outer.push(last);
        last = 0;
    }

    void end() {
        bytes.write(0);
        last = outer.pop();
    }
}
