package org.askance.assets.postcards;

import java.awt.Color;

/// Cat in an armchair; burst pipe; closed door.
final class HomeArt {

    private HomeArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> armchair(pen);
            case NEGATIVE -> burstPipe(pen);
            case NEUTRAL -> door(pen);
        }
    }

    private static void armchair(Pen pen) {
        Color cloth = pen.accent(0);
        pen.draw(Forms.box(-84, 84, 16, 24), pen.ink());
        pen.draw(Forms.box(68, 84, 16, 24), pen.ink());
        pen.draw(Forms.round(-82, -118, 164, 200, 52), cloth);
        pen.fill(Forms.circle(-30, -70, 5), pen.shade(cloth));
        pen.fill(Forms.circle(30, -70, 5), pen.shade(cloth));
        pen.fill(Forms.circle(0, -88, 5), pen.shade(cloth));
        pen.draw(Forms.round(-78, 34, 156, 54, 16), pen.shade(cloth));
        pen.draw(Forms.round(-120, -18, 50, 110, 22), cloth);
        pen.draw(Forms.round(70, -18, 50, 110, 22), cloth);
        Color fur = pen.accent(1);
        pen.draw(Forms.oval(6, 18, 60, 32), fur);
        pen.rod(Forms.curve(62, 22, 76, 40, 40, 50, 4, 46), fur, 11);
        pen.draw(Forms.poly(-62, -2, -60, -42, -38, -24), fur);
        pen.draw(Forms.poly(-6, -2, -6, -42, -30, -24), fur);
        pen.draw(Forms.oval(-34, 0, 33, 28), fur);
        pen.stroke(Forms.curve(-52, -4, -46, 1, -40, -4), pen.ink(), 4);
        pen.stroke(Forms.curve(-28, -4, -22, 1, -16, -4), pen.ink(), 4);
        pen.fill(Forms.poly(-38, 6, -30, 6, -34, 12), pen.ink());
        pen.draw(Forms.heart(2, -66, 34), pen.accent(2));
    }

    private static void burstPipe(Pen pen) {
        Dice dice = pen.dice();
        Color metal = pen.accent(0);
        Color water = pen.accent(1);
        pen.draw(
                Forms.blob(-170, 104, -120, 88, -60, 96, 0, 84, 70, 96, 130, 86, 172, 104, 110, 122, 0, 126, -110, 122),
                water);
        for (int i = -4; i <= 4; i++) {
            double reach = 27 * i + dice.between(-6, 6);
            pen.rod(Forms.curve(reach * 0.12, -54, reach * 0.7, -84 + 10 * Math.abs(i), reach * 1.08,
                    -20 + 3 * Math.abs(i), reach * 1.2, 78), water, 9);
        }
        pen.draw(Forms.box(-320, -70, 296, 34), metal);
        pen.draw(Forms.box(24, -70, 296, 34), metal);
        pen.draw(Forms.box(-108, -78, 22, 50), pen.shade(metal));
        pen.draw(Forms.box(86, -78, 22, 50), pen.shade(metal));
        pen.draw(Forms.poly(-24, -74, -6, -64, -16, -54, -4, -44, -24, -32), pen.ink());
        pen.draw(Forms.poly(24, -74, 6, -62, 16, -52, 4, -42, 24, -32), pen.ink());
        pen.draw(Forms.drop(-66, -108, 16), water);
        pen.draw(Forms.drop(58, -112, 18), water);
        pen.draw(Forms.poly(-40, 58, 40, 58, 30, 112, -30, 112), pen.accent(2));
        pen.stroke(Forms.curve(-40, 58, -34, 22, 34, 22, 40, 58), pen.ink(), 4);
    }

    private static void door(Pen pen) {
        Color wood = pen.accent(0);
        pen.draw(Forms.box(-84, -132, 168, 240), pen.accent(2));
        pen.draw(Forms.box(-66, -114, 132, 222), wood);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                pen.draw(Forms.round(-52 + 56 * column, -98 + 98 * row, 48, 78, 5), pen.shade(wood));
            }
        }
        pen.draw(Forms.circle(52, 4, 9), pen.accent(1));
        pen.draw(Forms.round(-94, 102, 188, 17, 5), pen.accent(3));
        pen.draw(Forms.round(108, 36, 40, 70, 6), pen.accent(1));
        pen.rod(Forms.open(128, 34, 128, -34), pen.accent(3), 6);
        pen.draw(Forms.circle(128, -46, 24), pen.accent(3));
    }
}
