package org.askance.storage.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Staging;
import org.askance.storage.sql.Schema;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// Makes a project folder of an archive: unpacked beside its place, every entry checked against the manifest, the
/// project file opened once; only then moved there.
public final class ArchiveRestore {

    private static final int MOST_MANIFEST = 1 << 30;
    private static final Pattern ODD = Pattern.compile("(?s).*[\\\\:\\p{Cntrl}].*");

    private ArchiveRestore() {}

    /// Restores `archive` to `folder`, which must be absent or empty.
    ///
    /// @param journal tells the next start, should this program be killed meanwhile
    /// @param done    hears how many bytes were unpacked; may throw to stop, then nothing is left behind
    /// @return how many files were restored
    /// @throws IOException with a sentence that names the archive and what is wrong with it
    /// @throws org.askance.storage.sql.StorageException if its project file cannot be used
    public static int restore(Path archive, Path folder, Journal journal, LongConsumer done) throws IOException {
        var place = folder.toAbsolutePath().normalize();
        var begun = Journal.Entry.staged(Journal.Kind.RESTORE, "", archive.toAbsolutePath().normalize(), place);
        try (var zip = open(archive);
                var _ = journal.begin(begun);
                var staging = Staging.beside(place, true, begun.id())) {
            var manifest = manifest(zip, archive);
            long unpacked = 0;
            var seen = new HashSet<String>();
            for (var entry : manifest.entries()) {
                if (!seen.add(entry.path())) {
                    throw new ToldException(OfExport.ARCHIVE_TWICE.with(archive, entry.path()));
                }
                unpack(zip, entry, target(staging.folder(), entry.path(), archive), archive, unpacked, done);
                unpacked += entry.bytes();
            }
            if (!seen.contains(ProjectArchive.PROJECT)) {
                throw new ToldException(OfExport.ARCHIVE_WITHOUT.with(archive, ProjectArchive.PROJECT));
            }
            Schema.open(staging.folder().resolve(ProjectArchive.PROJECT)).close();
            staging.commit();
            return seen.size();
        }
    }

    private static ZipFile open(Path archive) throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new ToldException(OfExport.ARCHIVE_NONE.with(archive));
        }
        try {
            return new ZipFile(archive.toFile());
        } catch (IOException e) {
            // Cut short it is an EOFException, which says nothing.
            throw new ToldException(e.getMessage() == null
                    ? OfExport.ARCHIVE_BROKEN.with(archive)
                    : OfExport.ARCHIVE_BROKEN_BY.with(archive, Told.plain(e.getMessage())), e);
        }
    }

    private static ArchiveManifest manifest(ZipFile zip, Path archive) throws IOException {
        var entry = zip.getEntry(ArchiveManifest.ENTRY);
        if (entry == null) {
            throw new ToldException(OfExport.ARCHIVE_NO_MANIFEST.with(archive, ArchiveManifest.ENTRY));
        }
        ArchiveManifest manifest;
        try (var in = zip.getInputStream(entry)) {
            manifest = ArchiveManifest.of(in.readNBytes(MOST_MANIFEST));
        } catch (com.fasterxml.jackson.core.JacksonException | ZipException | EOFException e) {
            throw new ToldException(OfExport.ARCHIVE_MANIFEST_DAMAGED.with(archive, ArchiveManifest.ENTRY), e);
        }
        if (!ArchiveManifest.FORMAT.equals(manifest.format()) || manifest.entries() == null) {
            throw new ToldException(OfExport.ARCHIVE_OTHER.with(archive));
        }
        if (manifest.version() > ArchiveManifest.VERSION) {
            throw new ToldException(OfExport.ARCHIVE_NEWER.with(archive));
        }
        return manifest;
    }

    /// Where an entry goes; one that would leave the folder is refused.
    private static Path target(Path folder, String path, Path archive) throws IOException {
        try {
            if (!path.isEmpty() && !path.startsWith("/") && !ODD.matcher(path).matches()) {
                var target = folder.resolve(path).normalize();
                if (target.startsWith(folder) && target.equals(folder.resolve(path))) {
                    return target;
                }
            }
        } catch (InvalidPathException _) {
            // Refused below.
        }
        throw new ToldException(OfExport.ARCHIVE_LEAVES.with(archive, path));
    }

    private static void unpack(ZipFile zip, ArchiveManifest.Entry entry, Path target, Path archive, long before,
            LongConsumer done) throws IOException {
        var packed = zip.getEntry(entry.path());
        if (packed == null || packed.isDirectory()) {
            throw new ToldException(OfExport.ARCHIVE_LACKS.with(archive, entry.path()));
        }
        Files.createDirectories(target.getParent());
        var digest = ArchiveOutput.sha256();
        long size = 0;
        try (InputStream in = zip.getInputStream(packed); OutputStream out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0 && size <= entry.bytes(); count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                size += count;
                done.accept(before + size);
            }
        } catch (ZipException | EOFException e) {
            throw new ToldException(OfExport.ARCHIVE_DAMAGED_AT.with(archive, entry.path()), e);
        }
        if (size != entry.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new ToldException(OfExport.ARCHIVE_OTHER_CONTENT.with(archive, entry.path()));
        }
    }
}
