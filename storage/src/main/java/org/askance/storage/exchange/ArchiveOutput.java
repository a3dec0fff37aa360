package org.askance.storage.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip being written, which knows the hash of each entry. Sizes above 4 GB and 65,535 entries are no limit:
/// Java writes zip64 where it must. Confined to one thread.
final class ArchiveOutput implements AutoCloseable {

    private final ZipOutputStream zip;
    private final LongConsumer done;
    private final List<ArchiveManifest.Entry> entries = new ArrayList<>();
    private final List<ArchiveManifest.Original> originals = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long read;

    ArchiveOutput(Path file, LongConsumer done) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.done = done;
    }

    boolean has(String entry) {
        return names.contains(entry);
    }

    int missing() {
        return missing.size();
    }

    void missing(Path gone) {
        missing.add(gone.toString());
    }

    void original(String entry, Path was) {
        originals.add(new ArchiveManifest.Original(entry, was.toString()));
    }

    /// Adds a file from outside the project's folder.
    void addFrom(String entry, Path file) throws IOException {
        add(entry, file);
        original(entry, file);
    }

    /// Adds a file; one that two examples share is added once.
    void add(String entry, Path file) throws IOException {
        if (!names.add(entry)) {
            return;
        }
        // Pictures and weights hardly shrink; the project file does.
        zip.setLevel(entry.endsWith(".db") ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        var next = new ZipEntry(entry);
        next.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(next);
        var digest = sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                zip.write(buffer, 0, count);
                size += count;
                read += count;
                done.accept(read);
            }
        }
        zip.closeEntry();
        entries.add(new ArchiveManifest.Entry(entry, size, HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Writes the manifest.
    ///
    /// @return how many entries there are beside it
    int finish(int schema, String name, Instant now) throws IOException {
        var manifest = new ArchiveManifest(ArchiveManifest.FORMAT, ArchiveManifest.VERSION, schema, name,
                now.toString(), entries, originals, missing);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(new ZipEntry(ArchiveManifest.ENTRY));
        zip.write(manifest.toJson());
        zip.closeEntry();
        return entries.size();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
