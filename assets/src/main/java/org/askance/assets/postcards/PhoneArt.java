package org.askance.assets.postcards;

import java.awt.Color;

/// Phone that shows a heart; phone with a smashed screen; phone with its rows of apps.
final class PhoneArt {

    private PhoneArt() {}

    static void draw(Pen pen, Polarity polarity) {
        Color screen = polarity == Polarity.NEUTRAL ? pen.light() : pen.tint(pen.accent(1));
        pen.draw(Forms.round(-74, -128, 148, 240, 22), pen.accent(0));
        pen.draw(Forms.round(-62, -108, 124, 192, 8), screen);
        pen.fill(Forms.round(-18, -121, 36, 6, 3), pen.ink());
        pen.draw(Forms.circle(0, 98, 8), pen.shade(pen.accent(0)));
        switch (polarity) {
            case POSITIVE -> heart(pen);
            case NEGATIVE -> smash(pen);
            case NEUTRAL -> apps(pen);
        }
    }

    private static void heart(Pen pen) {
        pen.draw(Forms.heart(0, -20, 96), pen.accent(2));
        pen.fill(Forms.oval(-22, -40, 9, 12), pen.tint(pen.accent(2)));
        pen.draw(Forms.round(-46, 42, 92, 24, 12), pen.light());
        pen.draw(Forms.heart(106, -96, 46), pen.accent(3));
        pen.draw(Forms.heart(-108, -60, 38), pen.accent(2));
        pen.draw(Forms.heart(112, -18, 30), pen.accent(2));
    }

    private static void smash(Pen pen) {
        Dice dice = pen.dice();
        double x = dice.between(-14, 14);
        double y = dice.between(-40, -8);
        pen.within(Forms.round(-62, -108, 124, 192, 8), () -> {
            pen.draw(Forms.poly(x, y, -80, -60, -80, 20), pen.shade(pen.accent(2)));
            pen.draw(Forms.poly(x, y, 20, -130, 80, -90), pen.shade(pen.accent(2)));
            pen.draw(Forms.poly(x, y, 90, 40, 20, 110), pen.shade(pen.accent(2)));
            for (int i = 0; i < 9; i++) {
                double angle = Math.toRadians(40 * i + dice.between(-12, 12));
                double bend = angle + dice.between(-0.25, 0.25);
                pen.stroke(Forms.open(x, y, x + 46 * Math.cos(angle), y + 46 * Math.sin(angle),
                        x + 170 * Math.cos(bend), y + 170 * Math.sin(bend)), pen.ink(), 6);
            }
            pen.stroke(Forms.turned(Forms.star(x, y, 5, 44, 34), dice.between(0, 70), x, y), pen.ink(), 4);
        });
        pen.draw(Forms.turned(Forms.star(x, y, 7, 24, 11), dice.between(0, 50), x, y), pen.ink());
        pen.draw(Forms.poly(96, 66, 122, 44, 128, 84), pen.tint(pen.accent(1)));
        pen.draw(Forms.poly(-98, 84, -124, 96, -112, 56), pen.tint(pen.accent(1)));
        pen.draw(Forms.poly(98, 104, 126, 98, 116, 116), pen.tint(pen.accent(1)));
        pen.stroke(Forms.open(92, -50, 116, -62), pen.ink(), 5);
        pen.stroke(Forms.open(-92, -50, -116, -62), pen.ink(), 5);
    }

    private static void apps(Pen pen) {
        Dice dice = pen.dice();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                pen.draw(Forms.round(-52 + 37 * column, -96 + 39 * row, 29, 29, 8), pen.accent(1 + dice.below(3)));
            }
        }
        pen.fill(Forms.round(-46, 64, 92, 10, 5), pen.shade(pen.light()));
        pen.rod(Forms.curve(0, 112, 6, 130, 40, 134, 96, 128, 150, 140), pen.accent(3), 6);
    }
}
