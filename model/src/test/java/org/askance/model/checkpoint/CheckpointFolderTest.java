package org.askance.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.askance.model.TinyNetwork;
import org.askance.model.device.Compute;
import org.askance.model.inference.TeacherEmbedder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a checkpoint is said in a sentence that names it.
class CheckpointFolderTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    private Path checkpoint;

    @BeforeEach
    void make() throws IOException {
        checkpoint = new TinyNetwork(COMPUTE, folder).teacher();
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private void open() {
        TeacherEmbedder.open(COMPUTE, checkpoint).close();
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(this::open).isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(words).hasMessageContaining(checkpoint.toString());
    }

    private void replace(String file, String what, String with) throws IOException {
        var path = checkpoint.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, with));
    }

    @Test
    void aWholeOneOpens() {
        open();
        assertThat(CheckpointFolder.inspect(checkpoint).name()).isEqualTo("tiny teacher");
    }

    @Test
    void oneFromANewerProgramIsRefused() throws IOException {
        replace("config.json", "\"format\" : 1", "\"format\" : 2");
        assertRefused("format 2", "newer", "Install");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(checkpoint.resolve("model.safetensors"));
        assertRefused("lacks model.safetensors", "Copy");
    }

    @Test
    void cutOffWeightsAreDamaged() throws IOException {
        var file = checkpoint.resolve("model.safetensors");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        assertRefused("model.safetensors");
        Files.write(file, new byte[]{1, 2, 3});
        assertRefused("model.safetensors");
        Files.write(file, new byte[]{-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'});
        assertRefused("model.safetensors");
    }

    @Test
    void weightsOfAnotherShapeAreNamed() throws IOException {
        replace("config.json", "\"feed_forward\" : 32", "\"feed_forward\" : 48");
        assertRefused("model.safetensors", "fc1");
    }

    @Test
    void brokenSettingsAndTokenizersAreDamaged() throws IOException {
        Files.writeString(checkpoint.resolve("tokenizer.json"), "{}");
        assertRefused("tokenizer.json");
        Files.writeString(checkpoint.resolve("config.json"), "{\"format\": 1, \"kind\": \"poem\"}");
        assertRefused("config.json", "'poem'");
        Files.writeString(checkpoint.resolve("config.json"), "not json");
        assertRefused("config.json", "not JSON");
    }

    @Test
    void aTeacherIsNoNetworkThatPredicts() {
        assertThatThrownBy(() -> CheckpointFolder.student(checkpoint)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("holds a teacher");
    }

    @Test
    void nothingIsWrittenOverAndNothingHalfWrittenStays() throws IOException {
        var config = CheckpointFolder.teacher(checkpoint);
        assertThatThrownBy(() -> CheckpointFolder.write(checkpoint, "x", config, List.of(),
                checkpoint.resolve("tokenizer.json"), Map.of())).hasMessageContaining("exists already");
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> CheckpointFolder.write(file.resolve("new"), "x", config, List.of(),
                checkpoint.resolve("tokenizer.json"), Map.of())).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("disk has room");
        assertThatThrownBy(() -> CheckpointFolder.write(folder.resolve("new"), "x", config, List.of(),
                folder.resolve("no tokenizer"), Map.of())).isInstanceOf(CheckpointException.class);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve(".new.partial")).doesNotExist();
    }
}
