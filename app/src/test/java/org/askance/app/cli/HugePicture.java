package org.askance.app.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// A white PNG of any size, written row by row: 400 million pixels are some hundred kilobytes.
final class HugePicture {

    private HugePicture() {}

    static void write(Path file, int width, int height) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            // 8 bits, grey
            fields.write(new byte[]{8, 0, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            var pixels = new ByteArrayOutputStream();
            try (OutputStream packed = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
                byte[] row = new byte[width + 1];
                java.util.Arrays.fill(row, 1, row.length, (byte) 0xFF);
                for (int i = 0; i < height; i++) {
                    packed.write(row);
                }
            }
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        out.writeInt(content.length);
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        out.write(type);
        out.write(content);
        var sum = new CRC32();
        sum.update(type);
        sum.update(content);
        out.writeInt((int) sum.getValue());
    }
}
