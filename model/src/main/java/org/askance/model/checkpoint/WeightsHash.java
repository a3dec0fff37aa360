package org.askance.model.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;

/// SHA-256 over the files that hold a folder's weights, in the order of their names: whether two folders hold the same
/// network, wherever they lie. Reads all of them.
public final class WeightsHash {

    private static final int AT_ONCE = 1 << 20;

    private WeightsHash() {}

    /// @throws CheckpointException if they cannot be read
    public static String of(Path folder) {
        try (var files = Files.list(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(WeightsHash::holdsWeights).sorted().toList()) {
                add(file, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new CheckpointException(OfCheckpoint.WEIGHTS_NOT_READ.with(folder, Told.plain(e.getMessage())), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean holdsWeights(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".safetensors") || name.endsWith(".bin");
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var bytes = ByteBuffer.allocate(AT_ONCE);
            while (channel.read(bytes) >= 0) {
                digest.update(bytes.flip());
                bytes.clear();
            }
        }
    }
}
