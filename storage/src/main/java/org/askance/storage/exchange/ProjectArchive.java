package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Staging;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.ProjectCopy;

/// All of a project in one zip: its file as of one moment, its pictures, and its checkpoints if wanted; then a
/// manifest with the SHA-256 of each. Pictures and checkpoints from elsewhere get a place inside, and the copied
/// project file says so. Thread-safe.
public final class ProjectArchive {

    static final String PROJECT = "project.db";
    private static final String CHECKPOINTS = "checkpoints";

    private final Database database;
    private final Path folder;
    private final String name;
    private final String id;

    /// @param id the project's lasting one
    public ProjectArchive(Database database, Path folder, String name, String id) {
        this.database = database;
        this.folder = folder;
        this.name = name;
        this.id = id;
    }

    /// @param files   how many entries it has
    /// @param missing how many pictures and checkpoints were gone
    public record Archived(int files, int missing) {}

    /// Writes the archive to `out`, whole or not at all.
    ///
    /// @param checkpoints whether the weights come too
    /// @param journal     tells the next start, should this program be killed meanwhile
    /// @param done        hears how many bytes were read; may throw to stop, then nothing is left behind
    public Archived write(Path out, boolean checkpoints, Journal journal, LongConsumer done) throws IOException {
        var place = out.toAbsolutePath().normalize();
        var entry = Journal.Entry.staged(Journal.Kind.ARCHIVE, id, folder, place);
        try (var _ = journal.begin(entry); var staging = Staging.beside(place, false, entry.id())) {
            var copied = staging.folder().resolve(".copy-" + PROJECT);
            database.copyTo(copied);
            Archived archived;
            try (var zip = new ArchiveOutput(staging.folder().resolve(place.getFileName()), done)) {
                int schema = gather(copied, checkpoints, place, zip);
                zip.add(PROJECT, copied);
                archived = new Archived(zip.finish(schema, name, Clock.systemUTC().instant()), zip.missing());
            }
            Files.delete(copied);
            staging.commit();
            return archived;
        }
    }

    /// Adds all but the project file, which learns where its pictures and checkpoints are.
    ///
    /// @return the schema's version
    private int gather(Path copied, boolean checkpoints, Path place, ArchiveOutput zip) throws IOException {
        try (var copy = ProjectCopy.open(copied)) {
            images(copy, zip);
            if (checkpoints) {
                checkpoints(copy, zip);
            }
            others(zip, place);
            return copy.schema();
        }
    }

    private void images(ProjectCopy copy, ArchiveOutput zip) throws IOException {
        int count = 0;
        for (var image : copy.images()) {
            var file = folder.resolve(image);
            if (!Files.isRegularFile(file)) {
                zip.missing(file);
            } else if (isInside(file)) {
                zip.add(entry(file), file);
            } else {
                String entry = "images/" + ++count + extension(file);
                zip.addFrom(entry, file);
                copy.move(image, entry);
            }
        }
    }

    private void checkpoints(ProjectCopy copy, ArchiveOutput zip) throws IOException {
        int count = 0;
        for (var checkpoint : copy.checkpoints()) {
            var from = folder.resolve(checkpoint);
            String entry = isInside(from) ? entry(from) : CHECKPOINTS + "/archived-" + ++count;
            if (!Files.isDirectory(from)) {
                zip.missing(from);
                continue;
            }
            for (var file : files(from)) {
                zip.add(entry + "/" + slashes(from.relativize(file)), file);
            }
            if (!isInside(from)) {
                copy.move(checkpoint, entry);
                zip.original(entry, from);
            }
        }
    }

    /// What else lies in the project's folder, except what can be computed again, old backups, and the archive.
    private void others(ArchiveOutput zip, Path archive) throws IOException {
        for (var file : files(folder)) {
            String entry = entry(file);
            boolean leftOut = file.equals(archive) || entry.startsWith(PROJECT) || entry.equals("project.lock")
                    || entry.startsWith("cache/") || entry.startsWith("backups/")
                    || entry.startsWith(CHECKPOINTS + "/") || Stream.of(entry.split("/"))
                            .anyMatch(part -> part.startsWith(".") && part.endsWith(".partial"));
            if (!leftOut && !zip.has(entry)) {
                zip.add(entry, file);
            }
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private boolean isInside(Path file) {
        return file.normalize().startsWith(folder) && !file.normalize().equals(folder);
    }

    private String entry(Path file) {
        return slashes(folder.relativize(file.normalize()));
    }

    private static String slashes(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static String extension(Path file) {
        String of = String.valueOf(file.getFileName());
        int dot = of.lastIndexOf('.');
        String extension = dot < 0 ? "" : of.substring(dot).toLowerCase(Locale.ROOT);
        return extension.matches("\\.[a-z0-9]{1,5}") ? extension : "";
    }
}
