package org.askance.model.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.askance.model.block.Parity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against what Pillow makes of the same files.
class ImageReaderTest {

    private static final int TOLERANCE = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"alpha.png", "cmyk.jpg", "grey.jpg", "large.jpg", "one-pixel.png", "palette.png",
            "rotated.jpg", "tall.jpg", "wide.jpg"})
    void preprocessingIsPillows(String name) throws IOException, UnreadableImageException {
        var image = ImageReader.read(Parity.path("images/" + name), false);
        String stem = name.substring(0, name.indexOf('.'));
        assertClose(ImageShape.student(224).fit(image), stem + ".student.png");
        assertClose(ImageShape.clip(224).fit(image), stem + ".teacher.png");
    }

    private static void assertClose(RgbImage actual, String expectedName) throws IOException {
        var expected = ImageIO.read(Parity.path("images/" + expectedName).toFile());
        assertThat(actual.width()).isEqualTo(expected.getWidth());
        assertThat(actual.height()).isEqualTo(expected.getHeight());
        int worst = 0;
        for (int y = 0; y < actual.height(); y++) {
            for (int x = 0; x < actual.width(); x++) {
                int rgb = expected.getRGB(x, y);
                for (int c = 0; c < 3; c++) {
                    int value = actual.rgb()[3 * (y * actual.width() + x) + c] & 0xff;
                    worst = Math.max(worst, Math.abs(value - (rgb >> (16 - 8 * c) & 0xff)));
                }
            }
        }
        assertThat(worst).as(expectedName).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void aRotatedPhotoIsPutUpright() throws UnreadableImageException {
        var file = Parity.path("images/rotated.jpg");
        var lying = ImageReader.read(file, false);
        var upright = ImageReader.read(file);
        assertThat(upright.width()).isEqualTo(lying.height());
        assertThat(upright.height()).isEqualTo(lying.width());
    }

    /// `rotated.upright.*` are what Pillow's `ImageOps.exif_transpose` gives before resizing.
    @Test
    void aCheckpointSeesARotatedPhotoAsPillowDoesEitherWay() throws IOException, UnreadableImageException {
        var file = Parity.path("images/rotated.jpg");
        assertClose(ImageShape.student(224).read(file), "rotated.upright.student.png");
        assertClose(ImageShape.clip(224).read(file), "rotated.upright.teacher.png");
        assertClose(ImageShape.student(224).with(Exif.IGNORED).read(file), "rotated.student.png");
        assertClose(ImageShape.clip(224).with(Exif.IGNORED).read(file), "rotated.teacher.png");
    }

    @Test
    void whatIsNoPictureIsASentence() throws IOException {
        assertThatThrownBy(() -> ImageReader.read(folder.resolve("none.jpg")))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("There is no picture at");
        var text = Files.writeString(folder.resolve("text.jpg"), "I am a text");
        assertThatThrownBy(() -> ImageReader.read(text)).isInstanceOf(UnreadableImageException.class)
                .hasMessage(text + " is not a picture that can be read.");
        var whole = Files.readAllBytes(Parity.path("images/palette.png"));
        var cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> ImageReader.read(cut)).isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith(cut + " is damaged");
        assertThatThrownBy(() -> ImageReader.read(folder)).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void twentyThousandPixelsSquaredAreRefusedBeforeTheyTakeMemory() throws IOException {
        var huge = folder.resolve("huge.png");
        try (var out = new DataOutputStream(Files.newOutputStream(huge))) {
            out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(out, "IHDR", new byte[]{0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 1, 0, 0, 0, 0});
            var data = new java.io.ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(data)) {
                for (int y = 0; y < 20_000; y++) {
                    deflater.write(new byte[1 + 2_500]);
                }
            }
            chunk(out, "IDAT", data.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
        assertThatThrownBy(() -> ImageReader.read(huge)).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("huge.png has 20000 × 20000 pixels");
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        out.writeInt(data.length);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        out.write(name);
        out.write(data);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt((int) crc.getValue());
    }
}
