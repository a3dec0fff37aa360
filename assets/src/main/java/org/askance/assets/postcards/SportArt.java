package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.Shape;

/// Trophy; leg in plaster with crutches; goal and ball.
final class SportArt {

    private SportArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> trophy(pen);
            case NEGATIVE -> plaster(pen);
            case NEUTRAL -> goal(pen);
        }
    }

    private static void trophy(Pen pen) {
        Dice dice = pen.dice();
        Color gold = pen.accent(0);
        pen.rod(Forms.curve(-62, -92, -112, -96, -110, -44, -52, -26), gold, 12);
        pen.rod(Forms.curve(62, -92, 112, -96, 110, -44, 52, -26), gold, 12);
        pen.draw(Forms.box(-11, 14, 22, 44), pen.shade(gold));
        pen.draw(Forms.blob(-72, -116, 0, -112, 72, -116, 68, -50, 38, 6, 0, 22, -38, 6, -68, -50), gold);
        pen.draw(Forms.oval(0, -114, 73, 13), pen.shade(gold));
        pen.draw(Forms.star(0, -46, 5, 38, 16), pen.accent(1));
        pen.draw(Forms.round(-38, 50, 76, 16, 5), gold);
        pen.draw(Forms.round(-60, 64, 120, 40, 5), pen.accent(2));
        pen.fill(Forms.round(-34, 75, 68, 16, 3), pen.light());
        for (int i = 0; i < 14; i++) {
            double x = dice.sign() * dice.between(84, 150);
            double y = dice.between(-130, 60);
            pen.fill(Forms.turned(Forms.box(x - 6, y - 4, 12, 8), dice.between(0, 180), x, y),
                    pen.accent(1 + dice.below(3)));
        }
    }

    private static void plaster(Pen pen) {
        Color cast = pen.tint(pen.accent(0));
        crutch(pen, 18, -92);
        crutch(pen, -18, 104);
        Shape leg = Forms.blob(-38, -112, 30, -112, 34, -40, 34, 30, 96, 46, 112, 76, 94, 96, -16, 98, -40, 80, -40, 0);
        pen.draw(leg, cast);
        pen.within(leg, () -> {
            for (int i = 0; i < 7; i++) {
                double y = -96 + 24 * i;
                pen.stroke(Forms.open(-60, y + 12, 60, y - 6), pen.shade(pen.accent(0)), 4);
            }
            pen.stroke(Forms.open(52, 30, 40, 110), pen.shade(pen.accent(0)), 4);
            pen.stroke(Forms.open(76, 30, 66, 110), pen.shade(pen.accent(0)), 4);
        });
        pen.draw(Forms.blob(88, 48, 112, 50, 126, 66, 122, 90, 96, 96, 84, 72), pen.accent(3));
        pen.draw(Forms.round(-48, -132, 88, 32, 10), pen.accent(1));
    }

    private static void crutch(Pen pen, double lean, double x) {
        Color metal = pen.accent(2);
        pen.rod(Forms.open(x, 100, x + lean, -96), metal, 9);
        pen.rod(Forms.open(x + lean - 26, -100, x + lean + 26, -96), pen.accent(3), 13);
        pen.rod(Forms.open(x + lean * 0.5 - 4, 0, x + lean * 0.5 + 26, 2), pen.accent(3), 9);
        pen.draw(Forms.round(x - 9, 92, 18, 14, 5), pen.ink());
    }

    private static void goal(Pen pen) {
        Color net = pen.tint(pen.accent(1));
        for (int i = 0; i <= 9; i++) {
            double x = -122 + 27.1 * i;
            pen.stroke(Forms.open(x, -84, x * 0.88, 82), net, 3.4);
        }
        for (int i = 0; i <= 6; i++) {
            double y = -84 + 26 * i;
            pen.stroke(Forms.open(-122, y, 122, y), net, 3.4);
        }
        pen.rod(Forms.open(-130, 98, -130, -90, 130, -90, 130, 98), pen.accent(0), 13);
        pen.draw(Forms.circle(24, 76, 34), pen.light());
        pen.fill(Forms.star(24, 76, 5, 15, 12), pen.ink());
        for (int i = 0; i < 5; i++) {
            double angle = Math.toRadians(72 * i - 90);
            pen.stroke(Forms.open(24 + 13 * Math.cos(angle), 76 + 13 * Math.sin(angle), 24 + 33 * Math.cos(angle),
                    76 + 33 * Math.sin(angle)), pen.ink(), 3.4);
        }
    }
}
