package org.askance.storage.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;

/// Ends the reading where one row takes more characters than a row may have, so that a quote or a bracket that
/// never closes cannot fill the memory.
final class RowBound extends FilterReader {

    private final int longest;
    private int taken;

    RowBound(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    /// A row is longer than rows may be.
    static final class TooLong extends ToldException {
        private static final long serialVersionUID = 1;

        TooLong(int longest) {
            super(OfReading.LONG_ROW.with(longest));
        }
    }

    /// The next row begins. Parsers read ahead, which is why the bound is coarse.
    void next() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        taken += read;
        if (taken > longest) {
            throw new TooLong(longest);
        }
    }
}
