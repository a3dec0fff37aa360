package org.askance.app.labels;

import java.util.Arrays;
import java.util.Locale;

/// How eyes see colours: usual ones, and those that lack one of the three kinds of cones altogether. Simulated by a
/// matrix over linear red, green and blue.
///
/// @see <a href="https://doi.org/10.1109/TVCG.2009.113">Machado, Oliveira, Fernandes 2009, A Physiologically-based
///     Model for Simulation of Color Vision Deficiency</a>, severity 1.0
enum ColourVision {
    USUAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA;

    /// Less apart than this, two small marks are mixed up. Ours: ten times what can just be seen side by side.
    static final double ALIKE = 10;

    /// Rows of red, green and blue.
    private double[][] matrix() {
        return switch (this) {
            case USUAL -> new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            case PROTANOPIA -> new double[][]{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
                    {-0.003882, -0.048116, 1.051998}};
            case DEUTERANOPIA -> new double[][]{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
                    {-0.011820, 0.042940, 0.968881}};
            case TRITANOPIA -> new double[][]{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
                    {0.004733, 0.691367, 0.303900}};
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param colour as `#rrggbb`
    LabColour see(String colour) {
        var linear = linear(colour);
        return LabColour.of(Arrays.stream(matrix())
                .mapToDouble(row -> Math.clamp(row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2], 0, 1))
                .toArray());
    }

    /// How far two colours are apart to these eyes (CIEDE2000).
    double distance(String one, String other) {
        return see(one).distance(see(other));
    }

    /// From 1 to 21, as WCAG 2.2 defines it.
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        var linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /// Amounts of light (IEC 61966-2-1).
    private static double[] linear(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        var linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = (rgb >> (16 - 8 * i) & 255) / 255.0;
            linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
