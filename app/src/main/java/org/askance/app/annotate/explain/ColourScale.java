package org.askance.app.annotate.explain;

import javafx.scene.paint.Color;

/// Colours of an explanation. Both scales are told apart by colour-blind eyes and lie on light and dark alike: what is
/// strong is opaque, what is weak lets the picture through.
enum ColourScale {
    /// −1 violet, 0 clear, 1 orange (ColorBrewer's PuOr, its ends).
    AGAINST_AND_FOR {
        @Override
        Color at(double value) {
            double strength = Math.min(1, Math.abs(value));
            return (value < 0 ? Color.web("#5e3c99") : Color.web("#e66101")).deriveColor(0, 1, 1, strength);
        }
    },
    /// 0 dark blue and clear, 1 yellow and opaque, lighter all the way.
    LESS_TO_MORE {
        @Override
        Color at(double value) {
            double strength = Math.clamp(value, 0, 1);
            var colour = strength < 0.5
                    ? Color.web("#31135f").interpolate(Color.web("#d3436e"), 2 * strength)
                    : Color.web("#d3436e").interpolate(Color.web("#fcd34a"), 2 * strength - 1);
            return colour.deriveColor(0, 1, 1, 0.15 + 0.85 * strength);
        }
    };

    /// @param value −1 or 0 to 1
    abstract Color at(double value);

    /// Divides by the greatest magnitude, so that the strongest part has the strongest colour; all zero stays so.
    static float[] scaled(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        var scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = most == 0 ? 0 : scaled[i] / most;
        }
        return scaled;
    }
}
