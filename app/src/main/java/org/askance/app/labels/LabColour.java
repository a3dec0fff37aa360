package org.askance.app.labels;

/// A colour in CIE L\*a\*b\* (D65), where distances are about as large as they look.
///
/// @param l 0 (black) to 100 (white)
record LabColour(double l, double a, double b) {

    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    private static final double POW_25_7 = Math.pow(25, 7);
    // sRGB to XYZ, IEC 61966-2-1; the white point is the sum of each row.
    private static final double[][] XYZ = {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
            {0.0193339, 0.1191920, 0.9503041}};

    /// @param linear red, green and blue as amounts of light, 0 to 1
    static LabColour of(double[] linear) {
        var f = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = XYZ[i][0] * linear[0] + XYZ[i][1] * linear[1] + XYZ[i][2] * linear[2];
            double part = sum / (XYZ[i][0] + XYZ[i][1] + XYZ[i][2]);
            f[i] = part > EPSILON ? Math.cbrt(part) : (KAPPA * part + 16) / 116;
        }
        return new LabColour(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]));
    }

    /// The difference CIEDE2000, with all weights 1: about 1 can just be seen side by side.
    ///
    /// @see <a href="https://doi.org/10.1002/col.20070">Sharma, Wu, Dalal 2005, The CIEDE2000 color-difference
    ///     formula</a>, whose symbols are kept
    double distance(LabColour other) {
        double meanC = (Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2;
        double g = 0.5 * (1 - Math.sqrt(seventh(meanC)));
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double c1 = Math.hypot(a1, b);
        double c2 = Math.hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        boolean grey = c1 * c2 == 0;
        double dh = grey ? 0 : Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 + 360;
        double meanH = grey
                ? h1 + h2
                : Math.abs(h1 - h2) <= 180
                        ? (h1 + h2) / 2
                        : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        double c = (c1 + c2) / 2;
        double fromMiddle = Math.pow((l + other.l) / 2 - 50, 2);
        double t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6)
                - 0.20 * cos(4 * meanH - 63);
        double partL = (other.l - l) / (1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double partC = (c2 - c1) / (1 + 0.045 * c);
        double partH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2)) / (1 + 0.015 * c * t);
        double turn = -2 * Math.sqrt(seventh(c))
                * Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((meanH - 275) / 25, 2))));
        return Math.sqrt(partL * partL + partC * partC + partH * partH + turn * partC * partH);
    }

    private static double seventh(double c) {
        double power = Math.pow(c, 7);
        return power / (power + POW_25_7);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
