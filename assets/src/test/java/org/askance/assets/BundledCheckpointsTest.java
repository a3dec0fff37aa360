package org.askance.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledCheckpointsTest {

    @TempDir
    private Path folder;

    @Test
    void bothAreUnpackedOnceAndTakeLessThan16Megabytes() throws IOException {
        var unpacked = BundledCheckpoints.unpack(folder);
        long size = 0;
        for (var checkpoint : new Path[]{unpacked.teacher(), unpacked.clfa()}) {
            for (var file : new String[]{"config.json", "model.safetensors", "tokenizer.json", "training.json"}) {
                size += Files.size(checkpoint.resolve(file));
            }
        }
        assertThat(size).isLessThan(16_000_000);
        var before = Files.getLastModifiedTime(unpacked.clfa());
        assertThat(BundledCheckpoints.unpack(folder)).isEqualTo(unpacked);
        assertThat(Files.getLastModifiedTime(unpacked.clfa())).isEqualTo(before);
    }

    @Test
    void whatWasCutOffIsUnpackedAnew() throws IOException {
        var clfa = BundledCheckpoints.unpack(folder).clfa();
        Files.delete(clfa.resolve("training.json"));
        Files.writeString(clfa.resolve("model.safetensors"), "half");
        BundledCheckpoints.unpack(folder);
        assertThat(Files.size(clfa.resolve("model.safetensors"))).isGreaterThan(1_000_000);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedWithARemedy() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> BundledCheckpoints.unpack(file)).isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("disk has room");
    }
}
