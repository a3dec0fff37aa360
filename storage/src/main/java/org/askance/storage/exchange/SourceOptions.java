package org.askance.storage.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What people choose about reading a source; `null` leaves it to the program.
///
/// @param mapping  of a table's columns
/// @param encoding of its texts
/// @param dropLeaks MMSD: leave out texts with words that give the label away, as everyone who reports on it does
/// @param absolute whether images may lie anywhere that the file says; never so in dataset folders
/// @param images   the folder that paths of images start at, or that holds images called by ids; see
///                 [Format#choosesImages]
public record SourceOptions(@Nullable ColumnMapping mapping, @Nullable Charset encoding, boolean dropLeaks,
        boolean absolute, @Nullable Path images) {

    public static final SourceOptions USUAL = new SourceOptions(null, null, true, true, null);

    public SourceOptions withMapping(@Nullable ColumnMapping other) {
        return new SourceOptions(other, encoding, dropLeaks, absolute, images);
    }

    public SourceOptions withEncoding(@Nullable Charset other) {
        return new SourceOptions(mapping, other, dropLeaks, absolute, images);
    }

    public SourceOptions withDropLeaks(boolean drop) {
        return new SourceOptions(mapping, encoding, drop, absolute, images);
    }

    public SourceOptions withAbsolute(boolean allowed) {
        return new SourceOptions(mapping, encoding, dropLeaks, allowed, images);
    }

    public SourceOptions withImages(@Nullable Path folder) {
        return new SourceOptions(mapping, encoding, dropLeaks, absolute, folder);
    }

    /// Where the images lie that are called by the ids of `table`.
    Path imagesNear(Path table) {
        return images == null ? ImageFolders.near(table) : images;
    }

    /// What the paths of images in `file` start at.
    Path imagesBeside(Path file) {
        return images == null ? file.toAbsolutePath().resolveSibling("") : images;
    }
}
