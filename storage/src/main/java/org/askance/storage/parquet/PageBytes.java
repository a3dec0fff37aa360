package org.askance.storage.parquet;

import java.io.ByteArrayOutputStream;

/// Bytes of a page; numbers are little-endian.
final class PageBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    void putInt(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >>> Integer.SIZE));
    }

    void put(byte[] value) {
        bytes.write(value, 0, value.length);
    }

    void put(int octet) {
        bytes.write(octet);
    }

    int size() {
        return bytes.size();
    }

    byte[] drain() {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        return all;
    }
}
