package org.askance.app.manual;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import org.askance.assets.ManualFiles;

/// How large a picture of a page is, before it is decoded: what stands below it must not jump. Thread-safe.
///
/// @param address where it lies
record PictureSize(URL address, int widthPx, int heightPx) {

    /// Of a PNG, its width stands behind the signature and the first chunk's length and name.
    private static final int BEFORE_WIDTH = 16;

    /// Reads the beginning of the file; nothing if it is not there, or no PNG.
    static Optional<PictureSize> of(String language, String path) {
        return ManualFiles.file(language, path).flatMap(address -> {
            try (var in = new DataInputStream(address.openStream())) {
                in.skipNBytes(BEFORE_WIDTH);
                var size = new PictureSize(address, in.readInt(), in.readInt());
                return Optional.of(size).filter(one -> one.widthPx > 0 && one.heightPx > 0);
            } catch (IOException _) {
                return Optional.empty();
            }
        });
    }
}
