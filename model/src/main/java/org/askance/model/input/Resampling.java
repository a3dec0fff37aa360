package org.askance.model.input;

/// Resizing as Pillow's `Image.resize` does it for 8-bit pictures: a separable filter whose support grows
/// when shrinking (antialiasing), fixed-point weights, and rounding to 8 bits between the two passes.
public enum Resampling {
    /// Triangle, support 1: torchvision's default.
    BILINEAR(1) {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }
    },
    /// Keys' cubic with a = −½, support 2: CLIP's.
    BICUBIC(2) {
        @Override
        double weight(double x) {
            double d = Math.abs(x);
            if (d < 1) {
                return (1.5 * d - 2.5) * d * d + 1;
            }
            return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    };

    private static final int FRACTION_BITS = 22;

    private final double support;

    Resampling(double support) {
        this.support = support;
    }

    abstract double weight(double x);

    /// `image` at exactly `width` × `height`, its proportions ignored.
    public RgbImage resize(RgbImage image, int width, int height) {
        var result = image;
        if (width != image.width()) {
            var taps = taps(image.width(), width);
            var out = new byte[3 * width * image.height()];
            for (int y = 0; y < image.height(); y++) {
                int row = 3 * y * image.width();
                for (int x = 0; x < width; x++) {
                    taps.apply(x, image.rgb(), row, 3, out, 3 * (y * width + x));
                }
            }
            result = new RgbImage(width, image.height(), out);
        }
        if (height != image.height()) {
            var taps = taps(image.height(), height);
            var source = result;
            var out = new byte[3 * width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    taps.apply(y, source.rgb(), 3 * x, 3 * width, out, 3 * (y * width + x));
                }
            }
            result = new RgbImage(width, height, out);
        }
        return result;
    }

    /// For every output place: where its inputs start and their fixed-point weights.
    private record Taps(int[] first, int[][] weights) {

        void apply(int place, byte[] from, int offset, int stride, byte[] to, int target) {
            int[] w = weights[place];
            int at = offset + first[place] * stride;
            int red = 1 << (FRACTION_BITS - 1);
            int green = red;
            int blue = red;
            for (int k : w) {
                red += k * (from[at] & 0xff);
                green += k * (from[at + 1] & 0xff);
                blue += k * (from[at + 2] & 0xff);
                at += stride;
            }
            to[target] = clip(red);
            to[target + 1] = clip(green);
            to[target + 2] = clip(blue);
        }

        private static byte clip(int fixed) {
            return (byte) Math.clamp(fixed >> FRACTION_BITS, 0, 255);
        }
    }

    private Taps taps(int from, int to) {
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double reach = support * stretch;
        var first = new int[to];
        var weights = new int[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - reach + 0.5));
            int end = Math.min(from, (int) (centre + reach + 0.5));
            var w = new double[end - start];
            double sum = 0;
            for (int k = 0; k < w.length; k++) {
                w[k] = weight((start + k - centre + 0.5) / stretch);
                sum += w[k];
            }
            first[i] = start;
            weights[i] = new int[w.length];
            for (int k = 0; k < w.length; k++) {
                weights[i][k] = (int) Math.round(w[k] / sum * (1 << FRACTION_BITS));
            }
        }
        return new Taps(first, weights);
    }
}
