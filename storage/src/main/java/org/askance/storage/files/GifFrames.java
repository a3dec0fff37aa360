package org.askance.storage.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a GIF has more than one frame, told from its blocks without decoding any.
final class GifFrames {

    private static final int HEADER = 6;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    private final InputStream in;

    private GifFrames(InputStream in) {
        this.in = in;
    }

    static boolean areSeveral(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return new GifFrames(in).second();
        } catch (EOFException _) {
            return false;
        }
    }

    private boolean second() throws IOException {
        in.skipNBytes(HEADER + 4);
        colours(next());
        in.skipNBytes(2);
        int frames = 0;
        while (true) {
            switch (in.read()) {
                case IMAGE -> {
                    if (++frames == 2) {
                        return true;
                    }
                    in.skipNBytes(8);
                    colours(next());
                    in.skipNBytes(1);
                    blocks();
                }
                case EXTENSION -> {
                    in.skipNBytes(1);
                    blocks();
                }
                // The end, or no GIF from here on.
                default -> {
                    return false;
                }
            }
        }
    }

    /// Skips the table of colours that `flags` announce.
    private void colours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L << ((flags & 7) + 1));
        }
    }

    private void blocks() throws IOException {
        for (int size = next(); size > 0; size = next()) {
            in.skipNBytes(size);
        }
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
