package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of several tables, of shards, of links: what is read, what is not, and that it is known which.
class FolderSourcesTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private Reading reading() throws IOException {
        return Sources.reading(Sources.guess(folder), Collected.TASKS, SourceOptions.USUAL);
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void ofSeveralTablesTheLargestIsReadAndTheOthersAreNamed() throws IOException {
        file("a.csv", "id,text", "1,x");
        file("b.tsv", "id\ttext", "1\tlonger words", "2\tmore of them");
        file("c.jsonl", "{\"text\": \"x\"}");
        file("studio.json", "[{\"data\": {\"text\": \"x\"}}]");
        file("README.txt", "about this");
        file("infos.json", "{\"about\": 1}");
        var reading = reading();
        assertThat(names(reading.files())).containsExactly("b.tsv");
        assertThat(names(reading.others())).containsExactly("a.csv", "c.jsonl", "studio.json");
        assertThat(reading.guess().title()).isEqualTo("TSV");
        assertThat(Sources.reading(Sources.guess(folder.resolve("a.csv")), Collected.TASKS, SourceOptions.USUAL)
                .others()).isEmpty();
    }

    @Test
    void filesOfSplitsAreReadTogetherAndWhatIsLeftIsNamed() throws IOException {
        file("train.csv", "id,text,mood", "1,x,good");
        file("test.csv", "id,text", "2,y");
        file("planted.csv", "id", "1");
        var reading = reading();
        assertThat(names(reading.files())).containsExactly("test.csv", "train.csv");
        assertThat(names(reading.others())).containsExactly("planted.csv");
        assertThat(reading.unused()).containsExactly("mood");
        assertThat(Collected.of(folder).examples()).extracting(NewExample::split).containsExactly(Split.TEST,
                Split.TRAIN);
    }

    @Test
    void linesOfOtherProgramsAreReadTogetherToo() throws IOException {
        file("train.jsonl", "{\"text\": \"a\", \"label\": [\"positive\"]}");
        file("valid.jsonl", "{\"text\": \"b\", \"label\": [], \"id\": 7}");
        assertThat(reading().guess().format()).isEqualTo(Format.DOCCANO);
        var read = Collected.of(folder);
        assertThat(read.examples()).extracting(NewExample::split).containsExactly(Split.TRAIN, Split.VALIDATION);
        assertThat(read.numbered).isEqualTo(1);
        assertThat(read.position).isEqualTo(read.total).isPositive();
    }

    @Test
    void filesInDifferentEncodingsAreToldAsWhat() throws IOException {
        file("train.csv", "id,text", "1,naïve");
        Files.write(folder.resolve("test.csv"), "id,text\n2,naïve words\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(reading().encodings()).containsExactlyInAnyOrder(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE);
    }

    @Test
    void linksOfAFolderAreNotReadButALinkThatAPersonNamesIs() throws IOException {
        var secret = file("elsewhere/secret.csv", "id,text", "1,secret");
        var set = Files.createDirectories(folder.resolve("set"));
        for (var name : List.of("train.csv", "a.jsonl", "labelResultAll.txt", "train.json", "metadata.csv")) {
            Files.createSymbolicLink(set.resolve(name), secret);
        }
        assertThatThrownBy(() -> Sources.guess(set)).isInstanceOf(IOException.class)
                .hasMessageContaining("is a link").hasMessageContaining("choose the file that it leads to");
        assertThatThrownBy(() -> Sources.open(new Sources.Guess(Format.MVSA, set, ""), Collected.TASKS,
                SourceOptions.USUAL).read(new Collected())).hasMessageContaining("labelResultAll.txt is a link");
        Files.writeString(set.resolve("own.csv"), "id,text\n2,own\n");
        var reading = Sources.reading(Sources.guess(set), Collected.TASKS, SourceOptions.USUAL);
        assertThat(names(reading.files())).containsExactly("own.csv");
        assertThat(names(reading.refused())).containsExactly("a.jsonl", "labelResultAll.txt", "metadata.csv",
                "train.csv", "train.json");
        assertThat(Collected.of(set.resolve("train.csv")).examples()).singleElement().extracting(NewExample::text)
                .isEqualTo("secret");
    }

    @Test
    void pipesDevicesAndLinksToThemAreRefusedInASentence() throws Exception {
        var pipe = folder.resolve("pipe.csv");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        org.junit.jupiter.api.Assumptions.assumeTrue(made.waitFor() == 0);
        var toPipe = Files.createSymbolicLink(folder.resolve("link.csv"), pipe);
        var nowhere = Files.createSymbolicLink(folder.resolve("gone.csv"), folder.resolve("nothing"));
        for (var path : List.of(pipe, toPipe, Path.of("/dev/zero"), nowhere)) {
            Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(() -> Sources.guess(path),
                    () -> Sources.open(new Sources.Guess(Format.TABLE, path, ""), Collected.TASKS, SourceOptions.USUAL),
                    () -> Sources.reading(new Sources.Guess(Format.JSON_LINES, path, ""), Collected.TASKS,
                            SourceOptions.USUAL))
                    .forEach(each -> assertThatThrownBy(each).isInstanceOf(IOException.class)
                            .hasMessageStartingWith(path.toString()).hasMessageContaining(path.equals(nowhere)
                                    ? "leads nowhere"
                                    : "a pipe or a device"));
        }
        assertThatThrownBy(() -> Sources.guess(folder)).hasMessageContaining("a link, a pipe or a device");
    }
}
