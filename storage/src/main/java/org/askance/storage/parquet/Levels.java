package org.askance.storage.parquet;

import java.io.ByteArrayOutputStream;

/// Repetition or definition levels of a page: runs of equal values, each below 256.
final class Levels {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int value;
    private int run;

    void add(int level) {
        if (run > 0 && level != value) {
            flush();
        }
        value = level;
        run++;
    }

    private void flush() {
        int header = run << 1;
        while ((header & ~0x7F) != 0) {
            bytes.write((header & 0x7F) | 0x80);
            header >>>= 7;
        }
        bytes.write(header);
        bytes.write(value);
        run = 0;
    }

    /// Moves what was added into `page`, behind its length in bytes.
    void drainTo(PageBytes page) {
        if (run > 0) {
            flush();
        }
        page.putInt(bytes.size());
        page.put(bytes.toByteArray());
        bytes.reset();
    }
}
