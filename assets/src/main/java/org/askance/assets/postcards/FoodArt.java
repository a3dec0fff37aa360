package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.Shape;

/// Ice cream, upright; ice cream, dropped; plate with knife and fork.
final class FoodArt {

    private FoodArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> upright(pen);
            case NEGATIVE -> dropped(pen);
            case NEUTRAL -> plate(pen);
        }
    }

    private static void upright(Pen pen) {
        Dice dice = pen.dice();
        cone(pen, Forms.poly(-46, 0, 46, 0, 0, 118), 0, 118);
        pen.draw(Forms.circle(-34, -24, 42), pen.accent(1));
        pen.draw(Forms.circle(36, -24, 42), pen.accent(2));
        pen.draw(Forms.circle(0, -74, 44), pen.accent(3));
        pen.draw(Forms.round(-62, -8, 124, 20, 10), pen.accent(0));
        for (int i = 0; i < 12; i++) {
            double x = dice.between(-52, 52);
            double y = dice.between(-100, -26);
            if (Math.abs(x) < 30 || y > -50) {
                pen.fill(Forms.turned(Forms.round(x - 6, y - 2, 12, 5, 2), dice.between(0, 180), x, y), pen.light());
            }
        }
        pen.draw(Forms.circle(2, -126, 16), pen.accent(1));
        pen.stroke(Forms.curve(4, -138, 10, -152, 24, -158), pen.ink(), 4);
        pen.draw(Forms.turned(Forms.box(34, -140, 12, 74), 24, 40, -66), pen.shade(pen.accent(0)));
    }

    private static void dropped(Pen pen) {
        Dice dice = pen.dice();
        pen.draw(Forms.blob(-142, 92, -110, 66, -62, 70, -30, 52, 30, 54, 70, 70, 112, 64, 144, 92, 100, 112, 30, 106,
                -20, 118, -90, 108), pen.accent(1));
        pen.draw(Forms.blob(-84, 82, -64, 40, -22, 36, 18, 34, 62, 46, 84, 84, 30, 94, -30, 92), pen.accent(2));
        for (int i = 0; i < 10; i++) {
            double x = dice.between(-100, 100);
            double y = dice.between(76, 100);
            pen.fill(Forms.turned(Forms.round(x - 6, y - 2, 12, 5, 2), dice.between(0, 180), x, y), pen.light());
        }
        Shape cone = Forms.turned(Forms.poly(-50, 54, 50, 54, 0, -78), 14, 0, 54);
        cone(pen, cone, 32, -78);
        pen.draw(Forms.turned(Forms.round(-58, 44, 116, 20, 10), 14, 0, 54), pen.accent(3));
        pen.draw(Forms.circle(-112, 78, 15), pen.accent(3));
        pen.draw(Forms.drop(-96, 20, 14), pen.accent(2));
        pen.draw(Forms.drop(102, 30, 12), pen.accent(1));
        pen.stroke(Forms.open(-70, -30, -92, -52), pen.ink(), 5);
        pen.stroke(Forms.open(-44, -56, -54, -86), pen.ink(), 5);
        pen.stroke(Forms.open(84, -30, 106, -48), pen.ink(), 5);
    }

    private static void cone(Pen pen, Shape cone, double tipX, double tipY) {
        Color waffle = pen.accent(0);
        pen.draw(cone, waffle);
        pen.within(cone, () -> {
            for (int i = -4; i <= 4; i++) {
                pen.stroke(Forms.open(tipX + 28 * i - 70, tipY - 140, tipX + 28 * i + 70, tipY + 140),
                        pen.shade(waffle), 4);
                pen.stroke(Forms.open(tipX + 28 * i + 70, tipY - 140, tipX + 28 * i - 70, tipY + 140),
                        pen.shade(waffle), 4);
            }
        });
    }

    private static void plate(Pen pen) {
        Color metal = pen.accent(1);
        pen.draw(Forms.circle(0, -6, 90), pen.accent(0));
        pen.draw(Forms.circle(0, -6, 62), pen.tint(pen.accent(0)));
        pen.stroke(Forms.circle(0, -6, 76), pen.accent(2), 5);
        pen.rod(Forms.open(-126, -30, -126, 84), metal, 10);
        for (int i = -1; i <= 1; i++) {
            pen.rod(Forms.open(-126 + 14 * i, -92, -126 + 14 * i, -50), metal, 4);
        }
        pen.draw(Forms.round(-145, -54, 38, 26, 10), metal);
        pen.rod(Forms.open(124, 6, 124, 84), metal, 10);
        pen.draw(Forms.blob(116, 6, 114, -60, 122, -94, 142, -60, 140, -10, 132, 8), metal);
    }
}
