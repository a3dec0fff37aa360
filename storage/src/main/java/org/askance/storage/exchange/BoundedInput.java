package org.askance.storage.exchange;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// A file that Hardwood reads and that ends it: where a damaged page claims more bytes than its column has, version 1.0.1
/// asks for nothing again and again, and one of its threads would be busy for ever. Thread-safe.
final class BoundedInput implements InputFile {

    /// An empty column may be asked for as often as there are groups of rows, and is not in vain then.
    private static final int MOST_IN_VAIN = 1_000;

    private final InputFile file;
    private final AtomicInteger inVain = new AtomicInteger();

    BoundedInput(InputFile file) {
        this.file = file;
    }

    @Override
    public void open() throws IOException {
        file.open();
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        if (length > 0) {
            inVain.set(0);
        } else if (inVain.incrementAndGet() > MOST_IN_VAIN) {
            throw new EOFException("a page claims more bytes than its column has");
        }
        return file.readRange(offset, length);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
