package org.askance.assets.postcards;

import java.awt.Color;

/// Flower in bloom; withered flower; watering can.
final class GardenArt {

    private GardenArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> bloom(pen);
            case NEGATIVE -> withered(pen);
            case NEUTRAL -> can(pen);
        }
    }

    private static void bloom(Pen pen) {
        Color leaf = pen.accent(2);
        double y = -58;
        pen.rod(Forms.curve(0, 60, -5, 20, 0, -40), leaf, 11);
        pen.draw(Forms.blob(-2, 40, -40, 36, -74, 4, -40, -4, -10, 18), leaf);
        pen.draw(Forms.blob(2, 28, 40, 24, 74, -8, 40, -14, 10, 6), leaf);
        int petals = 8 + pen.dice().below(4);
        for (int i = 0; i < petals; i++) {
            pen.draw(Forms.turned(Forms.oval(0, y - 52, 22, 32), 360.0 * i / petals, 0, y), pen.accent(0));
        }
        pen.draw(Forms.circle(0, y, 36), pen.accent(1));
        pen.fill(Forms.circle(-12, y - 6, 4.5), pen.ink());
        pen.fill(Forms.circle(12, y - 6, 4.5), pen.ink());
        pen.stroke(Forms.curve(-13, y + 8, 0, y + 17, 13, y + 8), pen.ink(), 4.5);
        pot(pen);
    }

    private static void withered(Pen pen) {
        Dice dice = pen.dice();
        Color stem = pen.accent(2);
        pen.rod(Forms.curve(0, 60, -14, -20, 6, -86, 52, -104, 86, -70, 90, -34), stem, 10);
        pen.draw(Forms.blob(-12, -8, -36, -2, -62, 34, -58, 54, -34, 26), stem);
        pen.draw(Forms.blob(-6, 20, 24, 10, 52, 34, 54, 58, 26, 38), stem);
        for (int i = -2; i <= 2; i++) {
            pen.draw(Forms.turned(Forms.oval(92, 14, 12, 34), -17 * i, 92, -26), pen.accent(0));
        }
        pen.draw(Forms.oval(91, -26, 27, 20), pen.accent(1));
        for (int i = 0; i < 5; i++) {
            double x = dice.chance(0.5) ? dice.between(-140, -64) : dice.between(66, 140);
            pen.draw(Forms.turned(Forms.oval(x, 104, 19, 8), dice.between(-24, 24), x, 104), pen.accent(0));
        }
        pot(pen);
        pen.stroke(Forms.open(-30, 56, -18, 74, -28, 84, -14, 106), pen.ink(), 5);
        pen.stroke(Forms.open(-18, 74, 4, 82), pen.ink(), 5);
    }

    private static void pot(Pen pen) {
        Color clay = pen.accent(3);
        pen.draw(Forms.poly(-46, 56, 46, 56, 34, 112, -34, 112), clay);
        pen.draw(Forms.round(-56, 42, 112, 24, 5), pen.shade(clay));
    }

    private static void can(Pen pen) {
        Color tin = pen.accent(0);
        pen.rod(Forms.curve(40, -16, 96, -62, 122, 10, 58, 70), pen.accent(1), 13);
        pen.draw(Forms.poly(-54, 72, -128, -46, -106, -58, -54, 10), tin);
        pen.draw(Forms.poly(-146, -34, -96, -78, -90, -62, -134, -24), pen.accent(2));
        pen.draw(Forms.poly(-62, -28, 62, -28, 74, 106, -74, 106), tin);
        pen.draw(Forms.oval(0, -28, 62, 15), pen.shade(tin));
        pen.fill(Forms.poly(-67, 22, 67, 22, 70, 46, -70, 46), pen.accent(3));
        pen.rod(Forms.curve(-44, -30, -30, -84, 30, -84, 44, -30), pen.accent(1), 10);
    }
}
