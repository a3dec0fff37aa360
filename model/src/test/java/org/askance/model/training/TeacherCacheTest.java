package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the teacher said once is not asked again, and nothing that has changed is taken for known.
class TeacherCacheTest {

    private static final int WIDTH = 3;
    private static final List<String> KEYS = List.of("fine day", "rain", "fine day").stream().map(TeacherCache::hash)
            .toList();

    @TempDir
    private Path folder;

    private final List<Integer> asked = new ArrayList<>();

    @BeforeEach
    void teacher() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("clip")).resolve("model.safetensors"), "weights");
    }

    private List<float[]> embed(String kind) {
        asked.clear();
        try (var cache = TeacherCache.open(folder.resolve("cache"), folder.resolve("clip"), kind, WIDTH)) {
            return cache.of(KEYS, missing -> {
                Arrays.stream(missing).forEach(asked::add);
                return Arrays.stream(missing).mapToObj(i -> new float[]{i, -i, 0.5f}).toArray(float[][]::new);
            });
        }
    }

    @Test
    void eachIsAskedOnce() {
        assertThat(embed("text")).containsExactly(new float[]{0, 0, 0.5f}, new float[]{1, -1, 0.5f},
                new float[]{0, 0, 0.5f});
        assertThat(asked).containsExactly(0, 1);
        assertThat(embed("text").get(1)).containsExactly(1, -1, 0.5f);
        assertThat(asked).isEmpty();
        embed("image");
        assertThat(asked).as("another kind").containsExactly(0, 1);
    }

    @Test
    void otherWeightsAreAnotherTeacher() throws IOException {
        embed("text");
        Files.writeString(folder.resolve("clip/model.safetensors"), "WEIGHTS");
        Files.setLastModifiedTime(folder.resolve("clip/model.safetensors"), FileTime.fromMillis(1));
        embed("text");
        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void aRecordThatWasCutOffIsAskedAnew() throws IOException {
        embed("text");
        Path file;
        try (var files = Files.list(folder.resolve("cache"))) {
            file = files.findFirst().orElseThrow();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 5);
        }
        assertThat(embed("text").get(1)).containsExactly(1, -1, 0.5f);
        assertThat(asked).containsExactly(1);
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.allocate(7));
        }
        assertThat(embed("text").get(1)).containsExactly(1, -1, 0.5f);
        assertThat(asked).isEmpty();
    }

    @Test
    void aPictureIsKnownUntilItChanges() throws IOException {
        var picture = Files.writeString(folder.resolve("a.jpg"), "picture");
        String before = TeacherCache.ofFile(picture);
        assertThat(TeacherCache.ofFile(picture)).isEqualTo(before);
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1));
        assertThat(TeacherCache.ofFile(picture)).isNotEqualTo(before);
        assertThatThrownBy(() -> TeacherCache.ofFile(folder.resolve("gone.jpg")))
                .isInstanceOf(TrainingException.class).hasMessageContaining("gone.jpg");
    }
}
