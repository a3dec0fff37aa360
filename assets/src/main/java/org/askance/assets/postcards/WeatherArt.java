package org.askance.assets.postcards;

import java.awt.Color;

/// Sun with rays; thundercloud with lightning and rain; weather vane.
final class WeatherArt {

    private WeatherArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> sun(pen);
            case NEGATIVE -> storm(pen);
            case NEUTRAL -> vane(pen);
        }
    }

    private static void sun(Pen pen) {
        Dice dice = pen.dice();
        double y = -48;
        int rays = 10 + dice.below(5);
        pen.draw(Forms.turned(Forms.star(0, y, rays, 118, 70), dice.between(0, 30), 0, y), pen.accent(1));
        pen.draw(Forms.circle(0, y, 68), pen.accent(0));
        pen.stroke(Forms.curve(-28, y + 12, -16, y + 26, 0, y + 31, 16, y + 26, 28, y + 12), pen.ink(), 5);
        pen.fill(Forms.circle(-22, y - 10, 6.5), pen.ink());
        pen.fill(Forms.circle(22, y - 10, 6.5), pen.ink());
        pen.fill(Forms.circle(-40, y + 10, 8), pen.tint(pen.accent(1)));
        pen.fill(Forms.circle(40, y + 10, 8), pen.tint(pen.accent(1)));
        pen.draw(Forms.cloud(dice.sign() * 105, 62, 84), pen.tint(pen.accent(2)));
    }

    private static void storm(Pen pen) {
        Dice dice = pen.dice();
        double y = -18;
        Color rain = pen.accent(2);
        for (int i = 0; i < 9; i++) {
            double x = -104 + 26 * i;
            double top = y + dice.between(12, 40);
            if (Math.abs(x) > 20) {
                pen.rod(Forms.open(x, top, x - 12, top + 42), rain, 6);
            }
        }
        pen.draw(Forms.poly(-6, y - 10, 34, y - 10, 12, y + 34, 42, y + 34, -24, y + 116, -4, y + 56, -34, y + 56),
                pen.accent(1));
        pen.draw(Forms.cloud(0, y, 236), pen.accent(0));
        pen.fill(Forms.round(-92, y - 18, 170, 9, 4), pen.shade(pen.accent(0)));
        pen.stroke(Forms.open(-46, y - 62, -24, y - 52), pen.ink(), 6);
        pen.stroke(Forms.open(46, y - 62, 24, y - 52), pen.ink(), 6);
        pen.stroke(Forms.curve(-18, y - 26, 0, y - 36, 18, y - 26), pen.ink(), 5);
    }

    private static void vane(Pen pen) {
        Color metal = pen.accent(0);
        pen.draw(Forms.poly(-120, 118, 0, 52, 120, 118), pen.accent(2));
        pen.rod(Forms.open(0, 60, 0, -60), metal, 8);
        pen.rod(Forms.open(-52, 22, 52, 22), metal, 6);
        pen.draw(Forms.circle(-58, 22, 13), pen.accent(1));
        pen.draw(Forms.circle(58, 22, 13), pen.accent(1));
        pen.rod(Forms.open(-98, -44, 92, -44), metal, 8);
        pen.draw(Forms.poly(-128, -44, -88, -68, -88, -20), pen.accent(1));
        pen.draw(Forms.poly(70, -44, 96, -72, 124, -72, 104, -44, 124, -16, 96, -16), pen.accent(1));
        pen.draw(Forms.blob(-52, -92, -34, -104, -14, -84, 20, -86, 48, -120, 62, -84, 36, -56, 0, -50, -30, -60),
                metal);
        pen.draw(Forms.poly(-50, -92, -66, -84, -50, -80), pen.accent(3));
        pen.fill(Forms.circle(-40, -92, 4), pen.ink());
    }
}
