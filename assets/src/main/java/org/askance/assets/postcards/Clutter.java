package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.geom.AffineTransform;

/// Draws the small things around the figure and the specks of the print. As many of them whatever the scene shows, so
/// that a calm scene is no emptier than a wild one.
final class Clutter {

    private Clutter() {}

    /// Things at both sides, behind the figure.
    static void behind(Pen pen, Topic topic, boolean shifted) {
        Dice dice = pen.dice();
        int things = shifted ? 5 + dice.below(3) : 2 + dice.below(3);
        for (int i = 0; i < things; i++) {
            boolean left = i % 2 == 0;
            double x = left ? dice.between(14, 110) : dice.between(370, 466);
            double scale = dice.between(0.75, 1.15);
            if (Backdrop.isRoom(topic)) {
                roomThing(pen, x, scale);
            } else {
                outdoorThing(pen, x, scale);
            }
        }
        if (!Backdrop.isRoom(topic)) {
            birds(pen);
        }
    }

    /// Specks over all, and tufts or crumbs along the lower edge.
    static void before(Pen pen, boolean shifted) {
        Dice dice = pen.dice();
        Color dark = Palette.mix(pen.palette().ground(), pen.ink(), 0.35);
        for (int i = 0; i < (shifted ? 14 : 8); i++) {
            double x = dice.between(0, 480);
            double y = dice.between(318, 356);
            pen.stroke(Forms.open(x - 6, y - 9, x, y, x + 6, y - 10), dark, 3);
        }
        Color speck = dice.chance(0.5) ? pen.light() : pen.ink();
        var faint = new Color(speck.getRed(), speck.getGreen(), speck.getBlue(), shifted ? 90 : 60);
        for (int i = 0; i < (shifted ? 260 : 110); i++) {
            double size = dice.between(1.5, shifted ? 5 : 3.5);
            pen.fill(Forms.box(dice.between(0, 480), dice.between(0, 360), size, size), faint);
        }
    }

    private static void outdoorThing(Pen pen, double x, double scale) {
        Dice dice = pen.dice();
        var spot = AffineTransform.getTranslateInstance(x, dice.between(262, 300));
        spot.scale(scale, scale);
        Pen p = pen.at(spot);
        Color leaf = Palette.mix(pen.accent(dice.below(4)), pen.palette().far(), 0.45);
        Color wood = Palette.mix(pen.palette().ground(), pen.ink(), 0.45);
        switch (dice.below(5)) {
            case 0 -> {
                p.draw(Forms.box(-4, -40, 8, 40), wood);
                p.draw(Forms.circle(0, -58, 27), leaf);
            }
            case 1 -> {
                p.draw(Forms.box(-4, -16, 8, 16), wood);
                p.draw(Forms.poly(-26, -14, 0, -90, 26, -14), leaf);
            }
            case 2 -> {
                p.draw(Forms.circle(-14, -10, 16), leaf);
                p.draw(Forms.circle(12, -14, 20), leaf);
            }
            case 3 -> {
                p.draw(Forms.box(-22, -36, 44, 36), Palette.mix(pen.light(), pen.palette().far(), 0.35));
                p.draw(Forms.poly(-29, -34, 0, -62, 29, -34), leaf);
                p.fill(Forms.box(-6, -20, 12, 20), wood);
            }
            default -> {
                for (int i = -1; i <= 1; i++) {
                    p.draw(Forms.poly(i * 20 - 7, 0, i * 20 - 7, -32, i * 20, -40, i * 20 + 7, -32, i * 20 + 7, 0),
                            Palette.mix(pen.light(), leaf, 0.35));
                }
                p.stroke(Forms.open(-34, -18, 34, -18), pen.ink(), 4);
            }
        }
    }

    private static void roomThing(Pen pen, double x, double scale) {
        Dice dice = pen.dice();
        boolean hangs = dice.chance(0.5);
        var spot = AffineTransform.getTranslateInstance(x, hangs ? dice.between(60, 130) : dice.between(278, 312));
        spot.scale(scale, scale);
        Pen p = pen.at(spot);
        Color main = Palette.mix(pen.accent(dice.below(4)), pen.palette().far(), 0.4);
        Color pale = Palette.mix(pen.light(), pen.palette().far(), 0.3);
        if (hangs) {
            switch (dice.below(3)) {
                case 0 -> {
                    p.draw(Forms.box(-26, -34, 52, 60), main);
                    p.fill(Forms.box(-18, -26, 36, 44), pale);
                    p.fill(Forms.poly(-18, 18, -2, -8, 18, 18), pen.palette().far());
                }
                case 1 -> {
                    p.draw(Forms.box(-32, 10, 64, 7), main);
                    p.draw(Forms.box(-24, -18, 10, 28), pale);
                    p.draw(Forms.box(-13, -24, 10, 34), main);
                    p.draw(Forms.round(4, -10, 20, 20, 6), pale);
                }
                default -> {
                    p.draw(Forms.round(-30, -40, 60, 74, 6), pale);
                    p.stroke(Forms.open(0, -40, 0, 34), pen.ink(), 3);
                    p.stroke(Forms.open(-30, -4, 30, -4), pen.ink(), 3);
                }
            }
            return;
        }
        switch (dice.below(3)) {
            case 0 -> {
                p.draw(Forms.round(-14, -26, 28, 30, 5), pale);
                p.stroke(Forms.curve(14, -20, 24, -16, 22, -6, 14, -4), pen.ink(), 4);
            }
            case 1 -> {
                p.draw(Forms.blob(-6, -44, 6, -44, 6, -32, 16, -14, 8, 4, -8, 4, -16, -14, -6, -32), main);
            }
            default -> {
                p.draw(Forms.box(-26, -10, 52, 12), main);
                p.draw(Forms.box(-21, -22, 44, 12), pale);
                p.draw(Forms.box(-24, -32, 40, 10), main);
            }
        }
    }

    private static void birds(Pen pen) {
        Dice dice = pen.dice();
        for (int i = 0; i < 3; i++) {
            double x = dice.between(20, 460);
            double y = dice.between(18, 80);
            pen.stroke(Forms.curve(x - 11, y - 5, x - 5, y - 8, x, y, x + 5, y - 8, x + 11, y - 5), pen.ink(), 2.6);
        }
    }
}
