package org.askance.model.input;

/// A decoded picture: `rgb` holds three bytes a pixel, row by row, and is not copied.
public record RgbImage(int width, int height, byte[] rgb) {

    public RgbImage {
        if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
            throw new IllegalArgumentException(
                    width + "×" + height + " pixels need " + 3L * width * height + " bytes, got " + rgb.length);
        }
    }

    /// The part that starts at `left`, `top`.
    public RgbImage crop(int left, int top, int cropWidth, int cropHeight) {
        var part = new byte[3 * cropWidth * cropHeight];
        for (int y = 0; y < cropHeight; y++) {
            System.arraycopy(rgb, 3 * ((top + y) * width + left), part, 3 * y * cropWidth, 3 * cropWidth);
        }
        return new RgbImage(cropWidth, cropHeight, part);
    }
}
