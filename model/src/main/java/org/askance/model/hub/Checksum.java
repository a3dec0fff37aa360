package org.askance.model.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What a hub says about a file's content: SHA-256 for large files (Git LFS), Git's own blob hash for the
/// small ones.
///
/// @param hex in lower case
record Checksum(Kind kind, String hex) {

    enum Kind {
        SHA_256("SHA-256"), GIT_BLOB("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    private static final int HEX_DIGITS = 40;
    private static final int PART_BYTES = 1 << 20;

    Checksum {
        if (hex.length() < HEX_DIGITS) {
            throw new IllegalArgumentException("a hash of " + hex.length() + " digits");
        }
    }

    /// The hash of what `file` holds; reads all of it.
    ///
    /// @throws CancellationException between two megabytes, once `cancelled` says so
    static Checksum of(Kind kind, Path file, BooleanSupplier cancelled) throws IOException {
        var digest = digest(kind);
        try (var channel = FileChannel.open(file)) {
            if (kind == Kind.GIT_BLOB) {
                digest.update(("blob " + channel.size() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            var part = ByteBuffer.allocate(PART_BYTES);
            while (channel.read(part) >= 0) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                digest.update(part.flip());
                part.clear();
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(Kind kind) {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + kind.algorithm, e);
        }
    }
}
