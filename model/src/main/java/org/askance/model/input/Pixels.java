package org.askance.model.input;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Java2D's picture types to plain RGB bytes, transparency dropped without blending, as Pillow's
/// `convert("RGB")` does.
final class Pixels {

    private Pixels() {}

    static RgbImage rgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var rgb = new byte[3 * width * height];
        if (image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            grey(image, rgb);
        } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                && bytes.getData().length == rgb.length) {
            bgr(bytes.getData(), rgb);
        } else {
            packed(image, rgb);
        }
        return new RgbImage(width, height, rgb);
    }

    // Not getRGB: that applies the grey colour space's gamma and brightens the picture.
    private static void grey(BufferedImage image, byte[] rgb) {
        int width = image.getWidth();
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) row[x];
                rgb[at + 1] = (byte) row[x];
                rgb[at + 2] = (byte) row[x];
            }
        }
    }

    private static void bgr(byte[] from, byte[] rgb) {
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = from[i + 2];
            rgb[i + 1] = from[i + 1];
            rgb[i + 2] = from[i];
        }
    }

    private static void packed(BufferedImage image, byte[] rgb) {
        int width = image.getWidth();
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (row[x] >> 16);
                rgb[at + 1] = (byte) (row[x] >> 8);
                rgb[at + 2] = (byte) row[x];
            }
        }
    }
}
