package org.askance.assets.postcards;

import java.awt.Color;

/// Train over a viaduct; train before a fallen tree; clock and bench on a platform.
final class TrainsArt {

    private TrainsArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> viaduct(pen);
            case NEGATIVE -> fallenTree(pen);
            case NEUTRAL -> platform(pen);
        }
    }

    private static void viaduct(Pen pen) {
        Color stone = pen.accent(3);
        pen.draw(Forms.box(-340, 2, 680, 150), stone);
        for (int i = -3; i <= 3; i++) {
            double x = 92 * i;
            pen.draw(Forms.blob(x - 34, 170, x - 34, 70, x - 22, 42, x, 32, x + 22, 42, x + 34, 70, x + 34, 170),
                    pen.palette().sky());
        }
        pen.draw(Forms.box(-340, -2, 680, 14), pen.shade(stone));
        for (int i = 0; i < 3; i++) {
            coach(pen, -170 + 84 * i);
        }
        Color engine = pen.accent(0);
        pen.draw(Forms.blob(82, -6, 82, -68, 110, -72, 150, -58, 176, -24, 178, -6), engine);
        pen.draw(Forms.blob(122, -34, 122, -58, 144, -52, 158, -34), pen.tint(pen.accent(2)));
        pen.fill(Forms.box(84, -22, 90, 8), pen.light());
        for (int i = 0; i < 4; i++) {
            pen.draw(Forms.circle(70 - 46 * i, -98 - 9 * i, 16 + 4 * i), pen.tint(pen.accent(2)));
        }
    }

    private static void coach(Pen pen, double x) {
        Color body = pen.accent(0);
        pen.draw(Forms.round(x, -66, 80, 60, 8), body);
        pen.fill(Forms.box(x + 3, -22, 74, 8), pen.light());
        for (int i = 0; i < 3; i++) {
            pen.draw(Forms.round(x + 8 + 23 * i, -56, 18, 26, 4), pen.tint(pen.accent(2)));
        }
    }

    private static void fallenTree(Pen pen) {
        Color body = pen.accent(0);
        pen.rod(Forms.open(-260, 104, 260, 104), pen.shade(pen.accent(3)), 8);
        for (int i = 0; i < 9; i++) {
            pen.draw(Forms.box(-210 + 50 * i, 110, 26, 9), pen.shade(pen.accent(3)));
        }
        pen.draw(Forms.round(-96, -116, 152, 206, 34), body);
        pen.draw(Forms.round(-80, -90, 54, 62, 10), pen.tint(pen.accent(1)));
        pen.draw(Forms.round(-14, -90, 54, 62, 10), pen.tint(pen.accent(1)));
        pen.fill(Forms.box(-92, 2, 144, 12), pen.light());
        pen.draw(Forms.circle(-66, 48, 13), pen.accent(1));
        pen.draw(Forms.circle(26, 48, 13), pen.accent(1));
        Color bark = pen.shade(pen.accent(3));
        pen.draw(Forms.poly(-168, 66, -158, 102, 96, 8, 88, -30), bark);
        pen.rod(Forms.open(-30, 32, -52, -6), bark, 9);
        for (int i = -2; i <= 2; i++) {
            pen.rod(Forms.open(-160, 84, -190 + 6 * Math.abs(i), 88 + 20 * i), bark, 7);
        }
        pen.draw(Forms.blob(62, -12, 66, -66, 104, -88, 146, -74, 168, -36, 156, 10, 128, 42, 92, 34),
                pen.accent(2));
        pen.stroke(Forms.curve(96, -46, 112, -36, 128, -48), pen.ink(), 4);
        pen.stroke(Forms.curve(102, 2, 118, 10, 134, -2), pen.ink(), 4);
    }

    private static void platform(Pen pen) {
        pen.draw(Forms.box(-340, 92, 680, 26), pen.accent(3));
        pen.fill(Forms.box(-340, 96, 680, 6), pen.light());
        pen.rod(Forms.open(-52, 90, -52, -40), pen.accent(1), 10);
        pen.draw(Forms.circle(-52, -64, 60), pen.accent(0));
        pen.draw(Forms.circle(-52, -64, 46), pen.light());
        double hour = Math.toRadians(30 * pen.dice().below(12));
        double minute = Math.toRadians(30 * pen.dice().below(12));
        pen.stroke(Forms.open(-52, -64, -52 + 22 * Math.sin(hour), -64 - 22 * Math.cos(hour)), pen.ink(), 6);
        pen.stroke(Forms.open(-52, -64, -52 + 34 * Math.sin(minute), -64 - 34 * Math.cos(minute)), pen.ink(), 4.5);
        Color wood = pen.accent(2);
        pen.draw(Forms.box(22, 54, 10, 40), pen.ink());
        pen.draw(Forms.box(112, 54, 10, 40), pen.ink());
        pen.draw(Forms.round(8, 12, 128, 16, 4), wood);
        pen.draw(Forms.round(8, 46, 128, 14, 4), wood);
        pen.stroke(Forms.open(20, 28, 20, 46), pen.ink(), 5);
        pen.stroke(Forms.open(124, 28, 124, 46), pen.ink(), 5);
    }
}
