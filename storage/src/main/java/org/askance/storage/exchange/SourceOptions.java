package org.askance.storage.exchange;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// What people choose about reading a source; `null` leaves it to the program.
///
/// @param mapping  of a table's columns
/// @param encoding of its texts
/// @param dropLeaks MMSD: leave out texts with words that give the label away, as everyone who reports on it does
/// @param absolute whether images may lie anywhere that the file says; never so in dataset folders
public record SourceOptions(@Nullable ColumnMapping mapping, @Nullable Charset encoding, boolean dropLeaks,
        boolean absolute) {

    public static final SourceOptions USUAL = new SourceOptions(null, null, true, true);

    public SourceOptions withMapping(@Nullable ColumnMapping other) {
        return new SourceOptions(other, encoding, dropLeaks, absolute);
    }

    public SourceOptions withEncoding(@Nullable Charset other) {
        return new SourceOptions(mapping, other, dropLeaks, absolute);
    }

    public SourceOptions withDropLeaks(boolean drop) {
        return new SourceOptions(mapping, encoding, drop, absolute);
    }

    public SourceOptions withAbsolute(boolean allowed) {
        return new SourceOptions(mapping, encoding, dropLeaks, allowed);
    }
}
