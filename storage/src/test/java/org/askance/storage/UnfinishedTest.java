package org.askance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.Journal;
import org.askance.storage.told.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was left by work that was cut off is told of, and removed only where it is surely ours. `UnfinishedKillTest`
/// kills.
class UnfinishedTest {

    @TempDir
    private Path folder;

    private Path project;
    private Path target;
    private Journal journal;
    private Unfinished unfinished;

    @BeforeEach
    void make() throws IOException {
        project = folder.resolve("p");
        target = folder.resolve("q");
        journal = new Journal(folder.resolve("journal"));
        unfinished = new Unfinished(journal);
        Project.create(project, "Late trains").close();
        Files.createDirectories(project.resolve("images"));
        Files.writeString(project.resolve("images/1.png"), "picture");
    }

    /// As a program that was killed leaves it.
    private Journal.Entry begun(Journal.Kind kind) throws IOException {
        String id = Journal.Entry.newId();
        var file = project.resolve("project.db");
        var of = Unfinished.idOf(project);
        return left(kind == Journal.Kind.MOVE
                ? new Journal.Entry(id, kind, of, project, FolderMove.gathered(target, id), target, Files.size(file),
                        ContentHash.of(file))
                : Journal.Entry.staged(kind, of, project, target));
    }

    private Journal.Entry left(Journal.Entry entry) throws IOException {
        Files.createDirectories(entry.gathered());
        journal.begin(entry).close();
        return entry;
    }

    /// A move that was killed while the old folder was being deleted.
    private void beganToDelete() throws IOException {
        var entry = begun(Journal.Kind.MOVE);
        Files.delete(entry.gathered());
        copy(project, target);
        Files.delete(project.resolve("project.db"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private Unfinished.Left only() {
        assertThat(unfinished.list()).hasSize(1);
        return unfinished.list().getFirst();
    }

    @Test
    void anUnfinishedCopyIsToldOfAndRemovedOnDemand() throws IOException {
        var entry = begun(Journal.Kind.COPY);
        Files.writeString(entry.gathered().resolve("half.png"), "ha");
        var left = only();
        assertThat(left.told().english()).isEqualTo("Copying a project was cut off: an unfinished copy is left in "
                + entry.gathered() + ". The project itself is in " + project + ", unchanged.");
        assertThat(left.ours()).isTrue();
        assertThat(left.concerns(project)).isTrue();
        assertThat(left.concerns(folder.resolve("elsewhere/r"))).isFalse();
        assertThat(unfinished.remove(left)).isEqualTo(Told.NOTHING);
        assertThat(entry.gathered()).doesNotExist();
        assertThat(unfinished.list()).isEmpty();
        assertThat(folder.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void whatIsAtWorkIsNotTold() throws IOException {
        var entry = begun(Journal.Kind.COPY);
        try (var _ = journal.begin(entry)) {
            assertThat(unfinished.list()).isEmpty();
        }
        unfinished.leave(only());
        assertThat(unfinished.list()).isEmpty();
        assertThat(entry.gathered()).exists();
    }

    @Test
    void aCopyThatWasOpenedOrIsAllThereIsIsLeftToPeople() throws IOException {
        var entry = begun(Journal.Kind.COPY);
        Files.copy(project.resolve("project.db"), entry.gathered().resolve("project.db"));
        Project.open(entry.gathered()).close();
        var opened = only();
        assertThat(opened.ours()).isFalse();
        assertThat(opened.told().english()).contains("was opened or changed since");
        assertThatThrownBy(() -> unfinished.remove(opened)).hasMessage(opened.told().english());
        Files.delete(entry.gathered().resolve("project.lock"));
        assertThat(only().ours()).isTrue();
        Files.delete(project.resolve("project.db"));
        assertThat(only().told().english()).contains("can no longer be read in " + project);
        assertThat(entry.gathered().resolve("project.db")).exists();
    }

    @Test
    void whatExportsAndArchivesLeftIsToldOfAndRemovedOnDemand() throws IOException {
        var export = begun(Journal.Kind.EXPORT);
        Files.createDirectories(export.gathered().resolve("q_images"));
        assertThat(only().told().english()).isEqualTo("An export was cut off: unfinished files are left in "
                + export.gathered() + ". The project itself is in " + project + ", unchanged.");
        assertThat(unfinished.remove(only())).isEqualTo(Told.NOTHING);
        assertThat(export.gathered()).doesNotExist();

        var archive = begun(Journal.Kind.ARCHIVE);
        Files.writeString(archive.gathered().resolve("q"), "ha");
        assertThat(only().told().english()).isEqualTo("Writing an archive was cut off: an unfinished file is left in "
                + archive.gathered() + ". The project itself is in " + project + ", unchanged.");
        Files.move(project, folder.resolve("elsewhere"));
        assertThat(only().ours()).isFalse();
        assertThat(only().told().english()).startsWith("Work that was cut off left " + archive.gathered())
                .contains("can no longer be read in " + project);
        Files.move(folder.resolve("elsewhere"), project);
        assertThat(unfinished.remove(only())).isEqualTo(Told.NOTHING);
        assertThat(folder.resolve("journal")).isEmptyDirectory();
        Project.open(project).close();
    }

    @Test
    void anUnfinishedRestoringGoesWhileThereIsTheArchive() throws IOException {
        var archive = Files.createDirectories(folder.resolve("stick")).resolve("p.zip");
        Files.writeString(archive, "archive");
        var entry = left(Journal.Entry.staged(Journal.Kind.RESTORE, "", archive, target));
        Files.copy(project.resolve("project.db"), entry.gathered().resolve("project.db"));
        assertThat(only().told().english()).isEqualTo("Restoring an archive was cut off: an unfinished project is left"
                + " in " + entry.gathered() + ". The archive " + archive + " is unchanged.");
        Files.delete(archive);
        Files.delete(archive.getParent());
        var alone = only();
        assertThat(alone.ours()).isFalse();
        assertThat(alone.told().english()).contains("the archive " + archive + " is not there");
        assertThatThrownBy(() -> unfinished.remove(alone)).hasMessage(alone.told().english());
        Files.createDirectories(archive);
        assertThat(only().ours()).isFalse();
        Files.delete(archive);
        Files.writeString(archive, "archive");
        Project.open(entry.gathered()).close();
        assertThat(only().told().english()).contains("was opened or changed since");
        Files.delete(entry.gathered().resolve("project.lock"));
        assertThat(unfinished.remove(only())).isEqualTo(Told.NOTHING);
        assertThat(entry.gathered()).doesNotExist();
        assertThat(archive).hasContent("archive");
    }

    @Test
    void aFolderThatTheWorkDidNotMakeIsNobodysRest() throws IOException {
        var thesis = Files.createDirectories(folder.resolve(".q.partial"));
        journal.begin(new Journal.Entry(Journal.Entry.newId(), Journal.Kind.EXPORT, Unfinished.idOf(project), project,
                thesis, target, 0, "")).close();
        assertThat(unfinished.list()).isEmpty();
        assertThat(thesis).exists();
    }

    @Test
    void aMoveThatWasGatheringLeavesTheProjectWhereItWas() throws IOException {
        var entry = begun(Journal.Kind.MOVE);
        Files.writeString(entry.gathered().resolve("project.db"), "half");
        var left = only();
        assertThat(left.told().english()).contains("where it was, in " + project);
        assertThat(unfinished.remove(left)).isEqualTo(Told.NOTHING);
        assertThat(entry.gathered()).doesNotExist();
        Project.open(project).close();
    }

    @Test
    void theRestOfAnOldFolderGoesAndWhatIsNotAtTheNewPlaceStays() throws IOException {
        beganToDelete();
        var note = Files.writeString(project.resolve("images/thesis.txt"), "years of work");
        var left = only();
        assertThat(left.told().english()).isEqualTo("Moving a project to " + target
                + " was cut off at its end: it is whole there, and a rest of the old folder is left in " + project
                + ".");
        assertThat(unfinished.remove(left).english()).contains("files are left that are not in " + target);
        assertThat(note).hasContent("years of work");
        assertThat(project.resolve("images/1.png")).doesNotExist();
        assertThat(unfinished.list()).isEmpty();
    }

    @Test
    void withoutAWholeProjectAtTheNewPlaceNothingIsRemoved() throws IOException {
        beganToDelete();
        var file = target.resolve("project.db");
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(file, "damaged");
        assertThat(only().ours()).isFalse();
        assertThat(only().told().english()).contains("cannot be read at its new place");
        Files.delete(file);
        assertThat(only().told().english()).contains("the project is not in " + target);
        Project.create(target, "another").close();
        assertThat(only().told().english()).contains("the project is not in " + target);
        Files.write(file, bytes);
        assertThat(only().ours()).isTrue();
        assertThat(project.resolve("images/1.png")).exists();
    }

    @Test
    void anOldFolderThatWasWorkedInIsLeftToPeople() throws IOException {
        Files.delete(begun(Journal.Kind.MOVE).gathered());
        copy(project, target);
        try (var open = Project.open(project)) {
            open.annotators().add("ada");
        }
        assertThat(only().ours()).isFalse();
        assertThat(only().told().english()).contains("was opened or changed since");
    }

    /// Someone may be moving a project to another disk because the home's is full.
    @Test
    void whereTheJournalCannotBeWrittenTheWorkIsDone() throws IOException {
        var nowhere = new Journal(Files.writeString(folder.resolve("file"), "in the way").resolve("journal"));
        try (var open = Project.open(project)) {
            open.copy(folder.resolve("copy"), nowhere);
        }
        assertThat(FolderMove.copy(project, target, nowhere)).isEqualTo(Told.NOTHING);
        assertThat(new Unfinished(nowhere).list()).isEmpty();
        Project.open(target).close();
        Project.open(folder.resolve("copy")).close();
        assertThat(project).doesNotExist();
    }

    @Test
    void anEntryOfWhichNothingIsLeftGoes() throws IOException {
        Files.delete(begun(Journal.Kind.COPY).gathered());
        Files.delete(begun(Journal.Kind.MOVE).gathered());
        Files.createDirectories(folder.resolve("journal/odd"));
        Files.writeString(folder.resolve("journal/odd/work.properties"), "kind=NONSENSE");
        assertThat(unfinished.list()).isEmpty();
        assertThat(journal.abandoned()).isEmpty();
        Project.open(project).close();
    }
}
