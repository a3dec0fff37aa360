package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures that Label Studio's exports name by addresses of its server.
class LabelStudioImagesTest {

    @TempDir
    private Path outside;

    private Path folder() {
        return outside.resolve("export");
    }

    private void picture(String place) throws IOException {
        var file = folder().resolve(place);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, new byte[]{1});
    }

    private Collected read(String image) throws IOException {
        var file = Files.createDirectories(folder()).resolve("tasks.json");
        Files.writeString(file, Json.MAPPER.writeValueAsString(java.util.List.of(java.util.Map.of("id", 1, "data",
                java.util.Map.of("text", "so nice", "image", image), "annotations", java.util.List.of()))));
        var read = Collected.of(file);
        assertThat(read.rows).hasSize(1);
        return read;
    }

    @ParameterizedTest
    @CsvSource({"/data/upload/3/abcdef12-name.jpg, name.jpg", "/data/upload/3/abcdef12-name.jpg, images/name.jpg",
            "/data/upload/3/abcdef12-name.jpg, images/abcdef12-name.jpg",
            "/data/upload/3/abcdef12-name.jpg, 3/abcdef12-name.jpg",
            "/data/upload/3/abcdef12-name.jpg, upload/3/abcdef12-name.jpg",
            "/data/upload/3/abcdef12-name.jpg, media/upload/3/abcdef12-name.jpg",
            "/data/upload/abcdef12-name.jpg, media/upload/7/name.jpg",
            "/data/upload/3/abcdef12-a%20b.jpg, images/a b.jpg",
            "/data/local-files/?d=home/me/pics/a%20b%2Bc.jpg, images/a b+c.jpg",
            "/data/local-files/?d=pics/a.jpg, pics/a.jpg", "/data/local-files/?d=pics/a.jpg, a.jpg",
            "/data/upload/3/name.jpg, images/name.jpg"})
    void aPictureIsFoundByItsName(String named, String lies) throws IOException {
        picture(lies);
        var read = read(named);
        assertThat(read.problems).isEmpty();
        assertThat(read.examples().getFirst().image()).isEqualTo(folder().resolve(lies));
    }

    @ParameterizedTest
    @CsvSource({"images/name.jpg, upload/3/name.jpg", "images/abcdef12-name.jpg, images/name.jpg"})
    void whereSeveralFitItIsToldAndNoneIsTaken(String one, String other) throws IOException {
        picture(one);
        picture(other);
        var read = read("/data/upload/2/abcdef12-name.jpg");
        assertThat(read.examples().getFirst().image()).isNull();
        assertThat(read.reasons()).singleElement().asString().contains("may be any of", one, other,
                "the pair is imported without its image");
        assertThat(read.problems.getFirst().line()).isEqualTo(1);
    }

    @Test
    void whereNoneFitsThePlaceThatIsNamedIsMissing() throws IOException {
        picture("images/12345678-other.jpg");
        assertThat(read("/data/upload/3/abcdef12-name.jpg").examples().getFirst().image())
                .isEqualTo(folder().resolve("3/abcdef12-name.jpg"));
    }

    @Test
    void nothingOutsideOfTheFolderIsTaken() throws IOException {
        picture("images/own.jpg");
        Files.write(outside.resolve("secret.jpg"), new byte[]{1});
        for (var way : java.util.List.of("/data/local-files/?d=../secret.jpg", "/data/upload/../../secret.jpg",
                "/data/local-files/?d=%2E%2E/secret.jpg")) {
            var read = read(way);
            assertThat(read.examples().getFirst().image()).isNull();
            assertThat(read.reasons()).singleElement().asString().contains("leads out of");
        }
        Files.createSymbolicLink(folder().resolve("images/secret.jpg"), outside.resolve("secret.jpg"));
        var linked = read("/data/upload/3/abcdef12-secret.jpg");
        assertThat(linked.examples().getFirst().image()).isNull();
        assertThat(linked.reasons()).singleElement().asString().contains("is a link that leads out of");
        Files.createSymbolicLink(folder().resolve("upload"), outside);
        Files.delete(folder().resolve("images/secret.jpg"));
        assertThat(read("/data/upload/3/abcdef12-secret.jpg").examples().getFirst().image()).isNull();
    }
}
