package org.askance.assets.postcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostcardsWriterTest {

    private static final PostcardsPlan TEN = new PostcardsPlan(10, 3);

    @TempDir
    private Path folder;

    @Test
    void picturesAndTablesAreWrittenAndReadable() throws IOException {
        var heard = new ArrayList<Integer>();
        assertThat(new PostcardsWriter(folder).write(TEN, (done, _) -> heard.add(done), () -> false)).isTrue();

        assertThat(heard).isSorted().endsWith(10);
        var rows = Files.readAllLines(folder.resolve(PostcardsWriter.PAIRS_FILE));
        assertThat(rows).hasSize(11).first().isEqualTo("id,text,image,split,sarcasm,sentiment");
        for (int i = 0; i < 10; i++) {
            var card = Postcards.pair(TEN, i);
            assertThat(rows.get(i + 1)).startsWith(card.key()).contains(PostcardsWriter.imagePath(card.key()));
            var image = ImageIO.read(folder.resolve(PostcardsWriter.imagePath(card.key())).toFile());
            assertThat(image.getWidth()).isEqualTo(Scene.WIDTH_PX);
        }
        assertThat(folder.resolve(PostcardsWriter.PLANTED_FILE)).exists();
    }

    @Test
    void whatIsCutOffHasNoTablesAndOnlyWholePictures() throws IOException {
        var stop = new boolean[1];
        assertThat(new PostcardsWriter(folder).write(TEN, (_, _) -> stop[0] = true, () -> stop[0])).isFalse();

        assertThat(folder.resolve(PostcardsWriter.PAIRS_FILE)).doesNotExist();
        try (var pictures = Files.list(folder.resolve("images"))) {
            assertThat(pictures.toList()).isNotEmpty().hasSizeLessThan(10)
                    .allSatisfy(file -> assertThat(ImageIO.read(file.toFile())).isNotNull());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> new PostcardsWriter(file).write(TEN, (_, _) -> {}, () -> false))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining(file.toString());
    }
}
