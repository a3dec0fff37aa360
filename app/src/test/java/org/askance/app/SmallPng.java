package org.askance.app;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;

/// Writes a picture in 256 colours, found by median cut, so that a repository holds many of them.
final class SmallPng {

    private static final int COLOURS = 256;
    /// Bits of each channel that colours are counted by.
    private static final int BITS = 5;
    private static final int DROPPED = 8 - BITS;

    private SmallPng() {}

    /// A colour as it was counted, and what its pixels are in sum.
    private record Bin(int index, long count, long red, long green, long blue) {
        private int channel(int which) {
            return (index >> (BITS * which)) & ((1 << BITS) - 1);
        }
    }

    static void write(BufferedImage image, File file) throws IOException {
        var boxes = cut(bins(image));
        var palette = new int[boxes.size()];
        var places = new byte[1 << (3 * BITS)];
        for (int i = 0; i < boxes.size(); i++) {
            long count = boxes.get(i).stream().mapToLong(Bin::count).sum();
            palette[i] = new Color((int) (boxes.get(i).stream().mapToLong(Bin::red).sum() / count),
                    (int) (boxes.get(i).stream().mapToLong(Bin::green).sum() / count),
                    (int) (boxes.get(i).stream().mapToLong(Bin::blue).sum() / count)).getRGB();
            for (var bin : boxes.get(i)) {
                places[bin.index] = (byte) i;
            }
        }
        var colours = new IndexColorModel(8, palette.length, palette, 0, false, -1,
                java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                small.getRaster().setSample(x, y, 0, places[index(image.getRGB(x, y))] & 0xff);
            }
        }
        ImageIO.write(small, "png", file);
    }

    private static int index(int rgb) {
        return ((red(rgb) >> DROPPED) << (2 * BITS)) | ((green(rgb) >> DROPPED) << BITS) | (blue(rgb) >> DROPPED);
    }

    private static int red(int rgb) {
        return (rgb >> 16) & 0xff;
    }

    private static int green(int rgb) {
        return (rgb >> 8) & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }

    private static List<Bin> bins(BufferedImage image) {
        var sums = new long[1 << (3 * BITS)][4];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                long[] sum = sums[index(rgb)];
                sum[0]++;
                sum[1] += red(rgb);
                sum[2] += green(rgb);
                sum[3] += blue(rgb);
            }
        }
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i][0] > 0) {
                bins.add(new Bin(i, sums[i][0], sums[i][1], sums[i][2], sums[i][3]));
            }
        }
        return bins;
    }

    /// Boxes of colours; the widest, weighed by its pixels, is halved until there are enough.
    private static List<List<Bin>> cut(List<Bin> bins) {
        var boxes = new ArrayList<List<Bin>>(List.of(bins));
        while (boxes.size() < COLOURS) {
            var widest = boxes.stream().filter(box -> box.size() > 1).max(Comparator.comparingDouble(
                    SmallPng::weight));
            if (widest.isEmpty()) {
                break;
            }
            var box = new ArrayList<>(widest.get());
            int channel = widestChannel(box);
            box.sort(Comparator.comparingInt(bin -> bin.channel(channel)));
            int half = Math.clamp(middle(box), 1, box.size() - 1);
            boxes.remove(widest.get());
            boxes.add(List.copyOf(box.subList(0, half)));
            boxes.add(List.copyOf(box.subList(half, box.size())));
        }
        return boxes;
    }

    private static double weight(List<Bin> box) {
        return width(box, widestChannel(box)) * Math.sqrt((double) box.stream().mapToLong(Bin::count).sum());
    }

    private static int widestChannel(List<Bin> box) {
        int widest = 0;
        for (int channel = 1; channel < 3; channel++) {
            widest = width(box, channel) > width(box, widest) ? channel : widest;
        }
        return widest;
    }

    private static int width(List<Bin> box, int channel) {
        var channels = box.stream().mapToInt(bin -> bin.channel(channel)).summaryStatistics();
        return channels.getMax() - channels.getMin();
    }

    /// Where half of the pixels lie before.
    private static int middle(List<Bin> box) {
        long all = box.stream().mapToLong(Bin::count).sum();
        long seen = 0;
        for (int i = 0; i < box.size(); i++) {
            seen += box.get(i).count;
            if (2 * seen >= all) {
                return i + 1;
            }
        }
        return box.size();
    }
}
