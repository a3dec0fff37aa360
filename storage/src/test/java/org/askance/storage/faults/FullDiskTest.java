package org.askance.storage.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.Unfinished;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.files.Journal;
import org.askance.storage.run.NewPrediction;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    Path folder;

    private SmallDisk disk;
    private Project project;

    @BeforeEach
    void open() throws IOException {
        disk = SmallDisk.mount(folder.resolve("disk"), 6);
        project = Fixtures.project(disk.folder().resolve("p"));
    }

    @AfterEach
    void close() {
        if (project != null) {
            project.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    private void reopen() {
        project.close();
        project = Project.open(disk.folder().resolve("p"));
    }

    @Test
    void answersUpToThenAreKeptAndTheNextOneIsSavedWhenThereIsRoom() throws IOException {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        disk.fill(40_000);
        int acknowledged = 0;
        StorageException refused = null;
        while (refused == null) {
            try {
                project.annotations().comment(first, "So it goes. ".repeat(200), "ada");
                acknowledged++;
            } catch (StorageException e) {
                refused = e;
            }
        }
        assertThat(refused).hasMessageContaining("the disk is full").hasMessageContaining("Make room");
        assertThat(project.annotations().history(first)).hasSize(acknowledged);

        disk.makeRoom();
        project.annotations().comment(first, "And on it goes.", "ada");
        reopen();
        assertThat(project.annotations().history(first)).hasSize(acknowledged + 1);
    }

    @Test
    void anImportIsWholeOrAbsentPerBatch() throws IOException {
        var batch = new ArrayList<NewExample>();
        for (int i = 0; i < 2_000; i++) {
            batch.add(Fixtures.example("new-" + i, "A text that takes some room on the disk, as texts do, number " + i,
                    Split.TRAIN, Map.of("sentiment", "neutral")));
        }
        disk.fill(60_000);
        assertThatThrownBy(() -> project.examples().addAll(batch)).isInstanceOf(StorageException.class)
                .hasMessageContaining("the disk is full");
        assertThat(project.examples().count(ExampleFilter.ALL)).isEqualTo(4);

        disk.makeRoom();
        assertThat(project.examples().addAll(batch)).isEqualTo(2_000);
    }

    @Test
    void predictionsAreWholeOrAbsentPerBatch() throws IOException {
        long checkpoint = project.checkpoints().add("one", disk.folder().resolve("one"), null);
        var ids = project.examples().ids(ExampleFilter.ALL);
        var predictions = List.of(new NewPrediction(ids[0], Map.of("sentiment", new float[]{0.2f, 0.7f, 0.1f})));
        disk.fill(0);
        assertThatThrownBy(() -> {
            while (true) {
                project.predictions().save(checkpoint, predictions);
            }
        }).isInstanceOf(StorageException.class).hasMessageContaining("the disk is full");
        disk.makeRoom();
        project.predictions().save(checkpoint, predictions);
        assertThat(project.predictions().count(checkpoint)).isEqualTo(1);
    }

    @Test
    void embeddingsThatFindNoRoomCountAsAbsentAndAreAddedLater() throws IOException {
        var row = new float[4_096];
        row[0] = 1;
        disk.fill(100_000);
        long added = 0;
        StorageException refused = null;
        while (refused == null) {
            try {
                project.embeddings().append(1, embedding(added + 1, row));
                added++;
            } catch (StorageException e) {
                refused = e;
            }
        }
        assertThat(refused).hasMessageContaining("room");
        assertThat(project.embeddings().examples(1)).hasSize((int) added).doesNotContain(added + 1);

        disk.makeRoom();
        project.embeddings().append(1, embedding(added + 1, row));
        assertThat(project.embeddings().examples(1)).hasSize((int) added + 1).contains(added + 1);
    }

    private static Map<EmbeddingKind, Vectors> embedding(long example, float[] row) {
        var vectors = new Vectors(new long[]{example}, new float[][]{row});
        return Map.of(EmbeddingKind.TEXT, vectors, EmbeddingKind.IMAGE, vectors, EmbeddingKind.FUSED, vectors);
    }

    @Test
    void aBackupThatFindsNoRoomLeavesTheOlderOnes() throws IOException {
        var earlier = project.backups().make(Backup.Kind.ASKED);
        disk.fill(20_000);
        assertThatThrownBy(() -> project.backups().make(Backup.Kind.ASKED)).isInstanceOf(StorageException.class)
                .hasMessageContaining("full");
        assertThat(project.backups().list()).containsExactly(earlier);
        try (var files = Files.list(earlier.file().getParent())) {
            assertThat(files).hasSize(1);
        }
        disk.makeRoom();
        project.backups().make(Backup.Kind.ASKED);
        assertThat(project.backups().list()).hasSize(2);
    }

    @Test
    void aMigrationThatFindsNoRoomLeavesTheOldProjectAndWorksLater() throws Exception {
        var old = disk.folder().resolve("old");
        OldProjects.first(old.resolve("project.db"));
        // Room for nothing; then for the backup, but not for the migration.
        for (long room : new long[]{0, Files.size(old.resolve("project.db")) + 40_000}) {
            disk.fill(room);
            assertThatThrownBy(() -> Project.open(old)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("full");
            disk.makeRoom();
        }
        try (var opened = Project.open(old)) {
            assertThat(opened.annotations().history(1)).hasSize(4);
        }
    }

    @Test
    void aCopyThatFindsNoRoomLeavesNothing() throws IOException {
        disk.fill(20_000);
        var target = disk.folder().resolve("copy");
        assertThatThrownBy(() -> project.copy(target, new Journal(disk.folder().resolve("journal"))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("room");
        assertThat(target).doesNotExist();
        disk.makeRoom();
        assertThat(new Unfinished(new Journal(disk.folder().resolve("journal"))).list()).isEmpty();
    }

    @Test
    void aReadOnlyDiskIsReadAndNotWritten() {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
        project.close();
        disk.readOnly(true);
        project = Project.open(disk.folder().resolve("p"));

        assertThat(project.isReadOnly()).isTrue();
        assertThat(project.annotations().history(first)).hasSize(1);
        assertThatThrownBy(() -> project.annotations().comment(first, "no", "ada"))
                .isInstanceOf(StorageException.class).hasMessageContaining("can only be read")
                .hasMessageContaining("permissions");

        project.close();
        disk.readOnly(false);
        project = Project.open(disk.folder().resolve("p"));
        assertThat(project.isReadOnly()).isFalse();
    }
}
