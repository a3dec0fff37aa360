package org.askance.assets.postcards;

import java.awt.Color;

/// Car on an open road; broken-down car under a pillar of smoke; bus at its stop.
final class CommuteArt {

    private CommuteArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> openRoad(pen);
            case NEGATIVE -> breakdown(pen);
            case NEUTRAL -> bus(pen);
        }
    }

    private static void openRoad(Pen pen) {
        Color road = pen.shade(pen.accent(3));
        pen.draw(Forms.poly(-250, 260, -14, -28, 14, -28, 250, 260), road);
        pen.fill(Forms.poly(-226, 260, -13, -20, -11, -20, -196, 260), pen.light());
        pen.fill(Forms.poly(226, 260, 13, -20, 11, -20, 196, 260), pen.light());
        for (double[] dash : new double[][]{{-14, 2, 2}, {8, 3, 14}, {44, 5, 26}, {112, 9, 60}}) {
            pen.fill(Forms.poly(-dash[1], dash[0], dash[1], dash[0], dash[1] * 1.6, dash[0] + dash[2],
                    -dash[1] * 1.6, dash[0] + dash[2]), pen.light());
        }
        Color body = pen.accent(0);
        pen.draw(Forms.round(-66, 88, 26, 26, 6), pen.ink());
        pen.draw(Forms.round(40, 88, 26, 26, 6), pen.ink());
        pen.draw(Forms.poly(-46, 44, -32, 0, 32, 0, 46, 44), body);
        pen.draw(Forms.poly(-36, 42, -25, 9, 25, 9, 36, 42), pen.tint(pen.accent(1)));
        pen.draw(Forms.round(-72, 40, 144, 58, 16), body);
        pen.draw(Forms.round(-60, 56, 26, 15, 7), pen.accent(2));
        pen.draw(Forms.round(34, 56, 26, 15, 7), pen.accent(2));
        pen.fill(Forms.round(-22, 66, 44, 16, 4), pen.light());
        pen.rod(Forms.open(-30, -4, 30, -4), pen.accent(2), 5);
        pen.draw(Forms.oval(0, -16, 50, 10), pen.accent(1));
    }

    private static void breakdown(Pen pen) {
        Dice dice = pen.dice();
        Color smoke = Palette.mix(pen.accent(3), pen.ink(), 0.3);
        pen.draw(Forms.blob(58, 24, 30, -12, 44, -44, 12, -70, 40, -112, 88, -132, 134, -112, 140, -66, 116, -40, 120,
                -8, 84, 24), smoke);
        Color curl = pen.tint(smoke);
        pen.stroke(Forms.curve(66, -90, 86, -108, 106, -92, 92, -76), curl, 6);
        pen.stroke(Forms.curve(62, -34, 78, -48, 94, -34, 84, -22), curl, 6);
        Color body = pen.accent(0);
        pen.draw(Forms.poly(38, 26, 104, -34, 116, -24, 62, 36), body);
        pen.draw(Forms.poly(-88, 30, -62, -22, 14, -22, 42, 30), body);
        pen.draw(Forms.poly(-72, 26, -52, -12, -30, -12, -30, 26), pen.tint(pen.accent(1)));
        pen.draw(Forms.poly(-20, 26, -20, -12, 8, -12, 28, 26), pen.tint(pen.accent(1)));
        pen.draw(Forms.round(-122, 26, 236, 50, 16), body);
        pen.fill(Forms.round(-112, 54, 216, 7, 3), pen.shade(body));
        wheel(pen, -72, 78, 25);
        pen.draw(Forms.blob(38, 78, 48, 58, 72, 56, 92, 62, 100, 80, 108, 100, 34, 100), pen.ink());
        pen.draw(Forms.circle(70, 82, 11), pen.light());
        double x = dice.between(-150, -138);
        pen.draw(Forms.poly(x - 28, 102, x, 54, x + 28, 102), pen.accent(2));
        pen.stroke(Forms.open(x, 72, x, 84), pen.ink(), 6);
        pen.fill(Forms.circle(x, 94, 3.6), pen.ink());
    }

    private static void bus(Pen pen) {
        Color body = pen.accent(0);
        pen.draw(Forms.round(-128, -64, 218, 150, 18), body);
        pen.fill(Forms.box(-126, 34, 214, 12), pen.light());
        for (int i = 0; i < 3; i++) {
            pen.draw(Forms.round(-114 + 50 * i, -46, 42, 54, 6), pen.tint(pen.accent(1)));
        }
        pen.draw(Forms.round(40, -46, 40, 124, 6), pen.tint(pen.accent(1)));
        pen.stroke(Forms.open(60, -46, 60, 78), pen.ink(), 3.6);
        wheel(pen, -82, 86, 24);
        wheel(pen, 6, 86, 24);
        pen.rod(Forms.open(122, 104, 122, -84), pen.accent(3), 7);
        pen.draw(Forms.round(98, -116, 48, 48, 8), pen.accent(2));
        pen.fill(Forms.round(108, -104, 28, 20, 4), pen.light());
    }

    private static void wheel(Pen pen, double x, double y, double radius) {
        pen.draw(Forms.circle(x, y, radius), pen.ink());
        pen.draw(Forms.circle(x, y, radius * 0.46), pen.light());
    }
}
