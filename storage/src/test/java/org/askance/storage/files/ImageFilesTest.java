package org.askance.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

    @TempDir
    Path folder;

    private String unusable(Path file) {
        assertThat(ImageFiles.inspect(file)).isInstanceOf(ImageFiles.Inspection.Unusable.class);
        return ((ImageFiles.Inspection.Unusable) ImageFiles.inspect(file)).reason();
    }

    @Test
    void aPictureIsKnownByItsSizeAndContent() throws IOException {
        var file = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        var copy = Files.copy(file, folder.resolve("b.png"));

        assertThat(ImageFiles.inspect(file)).isInstanceOfSatisfying(ImageFiles.Inspection.Usable.class, usable -> {
            assertThat(usable.widthPx()).isEqualTo(7);
            assertThat(usable.heightPx()).isEqualTo(5);
            assertThat(usable.hash()).hasSize(64);
        });
        assertThat(ImageFiles.inspect(copy)).isEqualTo(ImageFiles.inspect(file));
    }

    @Test
    void missingEmptyAndForeignFilesAreSentences() throws IOException {
        assertThat(unusable(folder.resolve("none.jpg"))).startsWith("There is no picture at " + folder);
        assertThat(unusable(Files.createFile(folder.resolve("e.jpg")))).endsWith("e.jpg is empty.");
        assertThat(unusable(Files.writeString(folder.resolve("t.jpg"), "I am a text"))).endsWith("can be read.");
        assertThat(unusable(Files.write(folder.resolve("cut.png"),
                new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))).contains("cut.png is damaged");
    }

    private java.util.List<String> notes(Path file) {
        assertThat(ImageFiles.inspect(file)).isInstanceOf(ImageFiles.Inspection.Usable.class);
        return ((ImageFiles.Inspection.Usable) ImageFiles.inspect(file)).notes().stream()
                .map(org.askance.storage.told.Told::english)
                .toList();
    }

    @Test
    void whatIsUnusualAboutAPictureIsNoted() throws IOException {
        var picture = new BufferedImage(70, 50, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 3_500; i++) {
            picture.setRGB(i % 70, i / 70, i * 7_919);
        }
        var jpeg = folder.resolve("a.jpg");
        ImageIO.write(picture, "jpg", jpeg.toFile());
        assertThat(notes(jpeg)).isEmpty();
        assertThat(notes(Files.copy(jpeg, folder.resolve("b.png")))).containsExactly(
                folder.resolve("b.png") + " is called PNG but is JPEG; it is read as what it is.");
        byte[] bytes = Files.readAllBytes(jpeg);
        var cut = Files.write(folder.resolve("cut.jpg"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(ImageFiles.inspect(cut).toString()).contains("cut short");
        var png = folder.resolve("a.png");
        ImageIO.write(picture, "png", png.toFile());
        bytes = Files.readAllBytes(png);
        var cutPng = Files.write(folder.resolve("cut2.png"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(ImageFiles.inspect(cutPng).toString()).contains("cut short");
        assertThat(unusable(folder)).endsWith("is no file that can be read.");
    }

    @Test
    void anAnimationIsNotedAndItsFirstFrameUsed() throws IOException {
        var file = folder.resolve("a.gif");
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                writer.writeToSequence(
                        new javax.imageio.IIOImage(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED),
                                null, null),
                        null);
            }
            writer.endWriteSequence();
        }
        assertThat(notes(file)).containsExactly(file + " is animated; its first frame is used.");
        var still = folder.resolve("still.gif");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED), "gif", still.toFile());
        assertThat(notes(still)).isEmpty();
        assertThat(PerceptualHash.of(file)).isPresent();
    }

    @Test
    void mutatedPicturesNeverThrow() throws IOException {
        var picture = folder.resolve("p.jpg");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", picture.toFile());
        byte[] sample = Files.readAllBytes(picture);
        var random = new java.util.Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sample.clone();
            for (int i = 0; i < 4; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var file = Files.write(folder.resolve("m.jpg"), bytes);
            assertThat(ImageFiles.inspect(file)).isNotNull();
            assertThat(PerceptualHash.of(file)).isNotNull();
        }
    }

    @Test
    void aHugePictureIsRefusedByItsHeader() throws IOException {
        var file = hugePng(folder.resolve("huge.png"), 20_000);
        assertThat(Files.size(file)).isLessThan(2_000_000);
        assertThat(unusable(file)).contains("huge.png has 20000 × 20000 pixels");
    }

    /// A white 1-bit PNG, written row by row.
    private static Path hugePng(Path file, int size) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            var head = new ByteArrayOutputStream();
            try (var data = new DataOutputStream(head)) {
                data.writeInt(size);
                data.writeInt(size);
                data.write(new byte[]{1, 0, 0, 0, 0});
            }
            chunk(out, "IHDR", head.toByteArray());
            var pixels = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(pixels)) {
                for (int y = 0; y < size; y++) {
                    deflater.write(new byte[1 + size / 8]);
                }
            }
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
        return file;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        out.writeInt(data.length);
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
