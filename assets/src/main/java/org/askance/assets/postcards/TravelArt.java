package org.askance.assets.postcards;

import java.awt.Color;

/// Palm beach; burst suitcase; signpost.
final class TravelArt {

    private TravelArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> beach(pen);
            case NEGATIVE -> burstSuitcase(pen);
            case NEUTRAL -> signpost(pen);
        }
    }

    private static void beach(Pen pen) {
        Dice dice = pen.dice();
        pen.draw(Forms.blob(-176, 112, -110, 84, -20, 70, 90, 82, 176, 112, 90, 132, -90, 132),
                pen.tint(pen.accent(3)));
        Color trunk = pen.accent(2);
        pen.rod(Forms.curve(-52, 90, -50, 30, -34, -26, 0, -72), trunk, 17);
        for (int i = 0; i < 5; i++) {
            double y = 66 - 28 * i;
            double x = -52 + 3.4 * i + i * i * 1.6;
            pen.stroke(Forms.open(x - 9, y, x + 11, y - 4), pen.ink(), 3.4);
        }
        Color leaf = pen.accent(0);
        frond(pen, leaf, -92, -92, -110, -42);
        frond(pen, leaf, 96, -96, 116, -46);
        frond(pen, leaf, -70, -132, -118, -106);
        frond(pen, leaf, 72, -136, 120, -112);
        frond(pen, leaf, 44, -58, 66, -8);
        frond(pen, leaf, -40, -56, -76, -10);
        pen.draw(Forms.circle(-10, -64, 12), pen.shade(trunk));
        pen.draw(Forms.circle(12, -62, 12), pen.shade(trunk));
        double x = 84;
        pen.rod(Forms.open(x, 100, x + 8, 24), pen.light(), 5);
        pen.draw(Forms.blob(x - 52, 42, x - 30, 10, x + 10, -2, x + 50, 14, x + 66, 50, x + 10, 40), pen.accent(1));
        pen.fill(Forms.blob(x - 12, 38, x - 6, 14, x + 10, 2, x + 24, 12, x + 28, 40), pen.light());
        pen.draw(Forms.circle(dice.between(8, 30), 98, 19), pen.accent(1));
    }

    private static void frond(Pen pen, Color leaf, double midX, double midY, double tipX, double tipY) {
        pen.draw(Forms.blob(0, -82, midX * 0.5, midY * 0.5 - 56, midX, midY, tipX, tipY, midX * 0.84,
                midY + 26, midX * 0.4, midY * 0.4 - 32), leaf);
    }

    private static void burstSuitcase(Pen pen) {
        Dice dice = pen.dice();
        Color shell = pen.accent(0);
        pen.draw(Forms.poly(-116, 12, -140, -104, 84, -134, 112, 10), pen.shade(shell));
        pen.draw(Forms.poly(-98, 6, -118, -86, 70, -112, 92, 6), pen.tint(pen.accent(3)));
        pen.rod(Forms.curve(-60, -120, -52, -146, -8, -150, 2, -128), pen.accent(3), 8);
        pen.draw(Forms.blob(-104, 34, -84, -34, -40, -58, -10, -24, 6, -66, 48, -70, 66, -26, 104, -20, 108, 34),
                pen.accent(1));
        pen.draw(Forms.blob(-20, 34, -8, -12, 30, -34, 60, -6, 62, 34), pen.accent(2));
        pen.draw(Forms.poly(-100, 26, -156, 60, -138, 104, -118, 92, -80, 36), pen.accent(2));
        pen.draw(Forms.poly(84, 26, 132, 44, 156, 94, 130, 104, 112, 70, 64, 40), pen.accent(1));
        pen.draw(Forms.round(-114, 24, 228, 72, 12), shell);
        pen.fill(Forms.box(-110, 54, 220, 9), pen.shade(shell));
        pen.draw(Forms.box(-70, 24, 20, 72), pen.accent(3));
        pen.draw(Forms.turned(Forms.box(50, 24, 20, 44), 20, 60, 24), pen.accent(3));
        pen.draw(Forms.circle(-84, 102, 13), pen.ink());
        double x = dice.between(118, 140);
        pen.draw(Forms.circle(x, 112, 13), pen.ink());
        pen.fill(Forms.circle(x, 112, 4), pen.light());
        pen.stroke(Forms.open(72, 96, 80, 108), pen.ink(), 5);
        pen.draw(Forms.poly(-150, -60, -134, -82, -128, -52), pen.accent(2));
        pen.draw(Forms.blob(112, -92, 128, -112, 146, -96, 138, -74, 118, -72), pen.accent(2));
    }

    private static void signpost(Pen pen) {
        Color wood = pen.accent(3);
        pen.draw(Forms.box(-10, -132, 20, 240), wood);
        pen.draw(Forms.poly(-16, -132, 0, -150, 16, -132), wood);
        board(pen, -112, 1, pen.accent(0));
        board(pen, -52, -1, pen.accent(1));
        board(pen, 8, 1, pen.accent(2));
        pen.draw(Forms.blob(-46, 112, -34, 90, -6, 96, 10, 88, 40, 94, 50, 112), pen.shade(wood));
    }

    private static void board(Pen pen, double y, int side, Color colour) {
        pen.draw(Forms.poly(-side * 60, y, side * 92, y, side * 122, y + 22, side * 92, y + 44, -side * 60, y + 44),
                colour);
        pen.fill(Forms.round(Math.min(-side * 40, side * 70), y + 18, 110, 8, 4), pen.light());
    }
}
