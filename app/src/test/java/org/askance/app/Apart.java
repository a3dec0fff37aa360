package org.askance.app;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// How much of a picture is another at a glance: pixels whose colours are apart by 3:1, as WCAG 2.2 has it.
final class Apart {

    private static final double RATIO = 3;

    private Apart() {}

    /// How many pixels of two pictures of the same size are.
    static long pixels(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getWidth() * one.getHeight()).filter(i -> {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            return contrast(one.getRGB(x, y), other.getRGB(x, y)) >= RATIO;
        }).count();
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        return (lighter + 0.05) / (Math.min(luminance(one), luminance(other)) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
