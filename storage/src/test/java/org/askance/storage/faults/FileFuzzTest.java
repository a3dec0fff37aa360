package org.askance.storage.faults;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.EmbeddingStore;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.files.ImageFiles;
import org.askance.storage.files.Journal;
import org.askance.storage.files.PerceptualHash;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mutated files that are no tables of pairs: pictures, archives, backups, the project itself, vectors.
class FileFuzzTest {

    private static final int FEW = 150;
    /// One pixel.
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    @TempDir
    Path folder;

    @Test
    void mutatedFilesAreReadOrRefused() throws Exception {
        all(new Fuzz(1), FEW, FEW / 10);
    }

    @Tag("slow")
    @Test
    void tenThousandMutatedFilesOfEachKindAreReadOrRefused() throws Exception {
        all(new Fuzz(Long.getLong("fuzz.seed", 2)), Fuzz.MANY, Fuzz.MANY);
    }

    /// @param ofDatabases rounds of what opens a database each time
    private void all(Fuzz fuzz, int rounds, int ofDatabases) throws Exception {
        pictures(fuzz, rounds);
        vectors(fuzz, rounds);
        archive(fuzz, ofDatabases);
        backup(fuzz, ofDatabases);
        project(fuzz, ofDatabases);
    }

    private void pictures(Fuzz fuzz, int rounds) throws Exception {
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 1_200; i++) {
                picture.setRGB(i % 40, i / 40, new Color(i % 256, i / 5 % 256, i * 7 % 256).getRGB());
            }
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            picture(fuzz, format, bytes.toByteArray(), rounds);
        }
        picture(fuzz, "webp", Base64.getDecoder().decode(WEBP), rounds);
    }

    private void picture(Fuzz fuzz, String format, byte[] sample, int rounds) throws Exception {
        var file = folder.resolve("picture." + format);
        fuzz.run("picture, " + format, file, sample, rounds, () -> {
            ImageFiles.inspect(file);
            PerceptualHash.of(file);
        });
    }

    private void vectors(Fuzz fuzz, int rounds) throws Exception {
        var store = new EmbeddingStore(folder.resolve("cache"));
        for (long example = 1; example <= 3; example++) {
            var vectors = new Vectors(new long[]{example}, new float[][]{{example, 0.5f, -1}});
            store.append(1, Map.of(EmbeddingKind.TEXT, vectors, EmbeddingKind.IMAGE, vectors, EmbeddingKind.FUSED,
                    vectors));
        }
        var file = folder.resolve("cache/1-text.vec");
        fuzz.run("vectors", file, Files.readAllBytes(file), rounds, () -> {
            try (var embeddings = store.open(1)) {
                var text = embeddings.all(EmbeddingKind.TEXT);
                for (int i = 0; i < text.size(); i++) {
                    if (text.values()[i][0] != text.examples()[i]) {
                        throw new IllegalStateException("wrong numbers");
                    }
                }
            }
        });
    }

    private void archive(Fuzz fuzz, int rounds) throws Exception {
        var zip = folder.resolve("archive.zip");
        try (var project = Fixtures.project(folder.resolve("archived"))) {
            project.archive().write(zip, false, Journal.none(), _ -> {});
        }
        var target = folder.resolve("restored");
        fuzz.run("archive", zip, Files.readAllBytes(zip), rounds, () -> {
            try {
                ArchiveRestore.restore(zip, target, Journal.none(), _ -> {});
            } finally {
                delete(target);
            }
        });
    }

    private void backup(Fuzz fuzz, int rounds) throws Exception {
        var place = folder.resolve("backed-up");
        Backup made;
        try (var project = Fixtures.project(place)) {
            made = project.backups().make(Backup.Kind.ASKED);
        }
        byte[] sample = Files.readAllBytes(made.file());
        byte[] whole = Files.readAllBytes(place.resolve("project.db"));
        fuzz.run("backup", made.file(), sample, rounds, () -> {
            Project.backups(place).contents();
            try {
                Project.restore(place, made);
            } finally {
                Files.write(place.resolve("project.db"), whole);
                for (var other : Project.backups(place).list()) {
                    if (other.kind() != Backup.Kind.ASKED) {
                        Files.delete(other.file());
                    }
                }
            }
        });
    }

    /// What cannot be read is said; the rest is read as it is.
    private void project(Fuzz fuzz, int rounds) throws Exception {
        var place = folder.resolve("mutated");
        try (var project = Fixtures.project(place)) {
            project.annotations().save(Fixtures.answer(1, "sarcasm", "sarcastic", "ada"));
        }
        var file = place.resolve("project.db");
        fuzz.run("project", file, Files.readAllBytes(file), rounds, () -> {
            try (var project = Project.open(place)) {
                project.openingBackup().handle((_, _) -> null).join();
                for (long id : project.examples().ids(ExampleFilter.ALL)) {
                    project.examples().row(id);
                    project.annotations().history(id);
                }
                project.annotations().save(Fixtures.answer(2, "sarcasm", "sarcastic", "ada"));
            } finally {
                delete(place.resolve("backups"));
                for (String left : List.of("project.db-wal", "project.db-shm", "project.db-journal")) {
                    Files.deleteIfExists(place.resolve(left));
                }
            }
        });
    }

    private static void delete(Path place) throws IOException {
        if (Files.exists(place)) {
            try (var files = Files.walk(place)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
