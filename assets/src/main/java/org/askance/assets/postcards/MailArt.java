package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.Shape;

/// Gift with a bow; crushed and torn parcel; letterbox.
final class MailArt {

    private MailArt() {}

    static void draw(Pen pen, Polarity polarity) {
        switch (polarity) {
            case POSITIVE -> gift(pen);
            case NEGATIVE -> crushed(pen);
            case NEUTRAL -> letterbox(pen);
        }
    }

    private static void gift(Pen pen) {
        Color paper = pen.accent(0);
        Color ribbon = pen.accent(1);
        Shape box = Forms.box(-92, -10, 184, 112);
        pen.draw(box, paper);
        pen.within(box, () -> {
            for (int i = 0; i < 24; i++) {
                pen.fill(Forms.circle(-80 + i % 8 * 24, 22 + i / 8 * 30, 5), pen.tint(paper));
            }
        });
        pen.draw(Forms.round(-104, -42, 208, 40, 5), pen.shade(paper));
        pen.draw(Forms.box(-18, -42, 36, 144), ribbon);
        pen.draw(Forms.blob(0, -46, -44, -54, -92, -76, -88, -118, -52, -124, -18, -90), ribbon);
        pen.draw(Forms.blob(0, -46, 44, -54, 92, -76, 88, -118, 52, -124, 18, -90), ribbon);
        pen.draw(Forms.blob(-12, -56, -40, -70, -64, -92, -50, -104, -26, -84), pen.shade(ribbon));
        pen.draw(Forms.blob(12, -56, 40, -70, 64, -92, 50, -104, 26, -84), pen.shade(ribbon));
        pen.draw(Forms.circle(0, -52, 20), pen.accent(2));
        pen.draw(Forms.heart(62, 52, 30), pen.accent(3));
    }

    private static void crushed(Pen pen) {
        Dice dice = pen.dice();
        Color board = pen.accent(0);
        pen.draw(Forms.poly(-128, 100, -112, 30, -122, -8, -62, 10, -20, -34, 22, -4, 58, -42, 80, 0, 122, -22, 108, 38,
                130, 100, 60, 92, 10, 104, -50, 94), board);
        pen.draw(Forms.poly(-122, -8, -150, -50, -84, -46, -62, 10), pen.tint(board));
        pen.draw(Forms.poly(122, -22, 154, -62, 100, -84, 80, 0), pen.tint(board));
        pen.draw(Forms.poly(-52, 62, -30, 22, -12, 40, 6, 14, 26, 42, 48, 22, 56, 66, 30, 58, 14, 84, -8, 62, -28, 82),
                pen.ink());
        pen.draw(Forms.blob(-30, -22, -44, -70, -22, -104, 2, -66, -2, -20), pen.accent(1));
        pen.draw(Forms.turned(Forms.box(20, -92, 36, 66), 18, 38, -60), pen.accent(2));
        pen.draw(Forms.poly(-20, -34, 22, -4, 58, -42, 44, 8, 10, 6, -40, 2), board);
        pen.stroke(Forms.open(-108, 36, -72, 48, -84, 80), pen.ink(), 4.5);
        pen.stroke(Forms.open(102, 40, 72, 44, 88, 78), pen.ink(), 4.5);
        pen.draw(Forms.turned(Forms.box(-118, 50, 48, 20), 24, -94, 60), pen.light());
        for (int i = 0; i < 6; i++) {
            double x = dice.between(-150, 150);
            double y = dice.between(100, 118);
            pen.draw(Forms.poly(x - 9, y, x, y - 12, x + 10, y + 2), pen.accent(1 + dice.below(2)));
        }
    }

    private static void letterbox(Pen pen) {
        Color box = pen.accent(0);
        pen.draw(Forms.box(-14, 14, 28, 96), pen.accent(3));
        pen.draw(Forms.round(-104, -92, 208, 112, 54), box);
        pen.draw(Forms.round(-104, -92, 96, 112, 46), pen.shade(box));
        pen.draw(Forms.round(-86, -40, 60, 13, 5), pen.ink());
        pen.rod(Forms.open(56, -30, 56, -122), pen.accent(1), 7);
        pen.draw(Forms.box(56, -128, 42, 26), pen.accent(1));
        pen.draw(Forms.round(10, -20, 80, 22, 4), pen.light());
        pen.stroke(Forms.open(20, -9, 78, -9), pen.ink(), 3);
    }
}
