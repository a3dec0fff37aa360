package org.askance.storage.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of files, in hex: what a picture or a source is known by, wherever it lies.
public final class ContentHash {

    private ContentHash() {}

    public static String of(Path file) throws IOException {
        return of(List.of(file));
    }

    /// Of the contents of `files`, one after the other.
    public static String of(List<Path> files) throws IOException {
        var digest = digest();
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                update(digest, in);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static void update(MessageDigest digest, InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
