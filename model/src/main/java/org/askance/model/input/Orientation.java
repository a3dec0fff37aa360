package org.askance.model.input;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a camera was held: the EXIF tag 0x0112 of a JPEG, 1 to 8 (Exif 2.32, section 4.6.4).
record Orientation(int tag) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /// Upright for anything but a JPEG that says otherwise.
    static Orientation of(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.read() != 0xff || in.read() != 0xd8) {
                return UPRIGHT;
            }
            while (in.read() == 0xff) {
                int marker = in.read();
                if (marker == 0xda || marker < 0) {
                    return UPRIGHT;
                }
                var segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
                in.readFully(segment);
                if (marker == 0xe1 && segment.length > 14 && segment[0] == 'E' && segment[1] == 'x') {
                    return exif(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                }
            }
            return UPRIGHT;
        } catch (java.io.EOFException _) {
            return UPRIGHT;
        }
    }

    private static Orientation exif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == 0x0112) {
                int tag = tiff.getShort(entry + 8);
                return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// The picture as it was seen.
    RgbImage apply(RgbImage image) {
        if (tag == 1) {
            return image;
        }
        int w = image.width();
        int h = image.height();
        boolean turned = tag >= 5;
        int width = turned ? h : w;
        int height = turned ? w : h;
        var rgb = new byte[image.rgb().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sx = switch (tag) {
                    case 2, 3 -> w - 1 - x;
                    case 5, 6 -> y;
                    case 7, 8 -> w - 1 - y;
                    default -> x;
                };
                int sy = switch (tag) {
                    case 3, 4 -> h - 1 - y;
                    case 5, 8 -> x;
                    case 6, 7 -> h - 1 - x;
                    default -> y;
                };
                System.arraycopy(image.rgb(), 3 * (sy * w + sx), rgb, 3 * (y * width + x), 3);
            }
        }
        return new RgbImage(width, height, rgb);
    }
}
