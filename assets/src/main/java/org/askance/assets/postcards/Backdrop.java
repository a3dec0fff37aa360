package org.askance.assets.postcards;

import java.awt.Color;

/// Draws what lies behind: a landscape or a room, by topic and chance, never by polarity.
final class Backdrop {

    private Backdrop() {}

    static boolean isRoom(Topic topic) {
        return switch (topic) {
            case FOOD, PHONE, MAIL, HOME -> true;
            case WEATHER, COMMUTE, SPORT, TRAINS, GARDEN, TRAVEL -> false;
        };
    }

    static void draw(Pen pen, Topic topic) {
        pen.fill(Forms.box(0, 0, 480, 360), pen.palette().sky());
        if (isRoom(topic)) {
            room(pen);
        } else {
            landscape(pen);
        }
    }

    private static void landscape(Pen pen) {
        Dice dice = pen.dice();
        Color sky = pen.palette().sky();
        Color pale = Palette.mix(sky, pen.light(), 0.22);
        switch (dice.below(3)) {
            case 0 -> {
                for (int i = 0; i < 3; i++) {
                    pen.fill(Forms.box(0, 30 + 70 * i, 480, 26), pale);
                }
            }
            case 1 -> pen.fill(Forms.blob(-40, 230, 60, 120, 200, 150, 320, 90, 520, 160, 520, 280, 0, 280), pale);
            default -> {
                for (int i = 0; i < 5; i++) {
                    double x = dice.between(0, 480);
                    pen.fill(Forms.round(x - 60, 20 + 40 * i, dice.between(80, 160), 12, 6), pale);
                }
            }
        }
        double horizon = dice.between(225, 262);
        distance(pen, horizon);
        Color ground = pen.palette().ground();
        pen.fill(Forms.box(0, horizon, 480, 360 - horizon), ground);
        Color furrow = Palette.mix(ground, pen.palette().far(), 0.4);
        for (int i = 0; i < 9; i++) {
            double y = dice.between(horizon + 8, 352);
            pen.fill(Forms.round(dice.between(-20, 440), y, dice.between(30, 90), 4, 2), furrow);
        }
    }

    private static void distance(Pen pen, double horizon) {
        Dice dice = pen.dice();
        Color far = pen.palette().far();
        double shift = dice.between(-50, 50);
        switch (dice.below(4)) {
            case 0 -> pen.fill(Forms.blob(-80 + shift, horizon + 30, 40 + shift, horizon - 60, 170 + shift,
                    horizon - 22, 290 + shift, horizon - 72, 420 + shift, horizon - 26, 560, horizon - 50, 560,
                    horizon + 60), far);
            case 1 -> {
                for (int i = 0; i < 4; i++) {
                    double x = 30 + 140 * i + shift;
                    double high = dice.between(50, 105);
                    pen.fill(Forms.poly(x - 100, horizon, x, horizon - high, x + 100, horizon), far);
                    pen.fill(Forms.poly(x - 19, horizon - high * 0.81, x, horizon - high, x + 19,
                            horizon - high * 0.81), Palette.mix(far, pen.light(), 0.5));
                }
            }
            case 2 -> {
                for (double x = -10; x < 480;) {
                    double wide = dice.between(30, 62);
                    double high = dice.between(25, 88);
                    pen.fill(Forms.box(x, horizon - high, wide, high), far);
                    Color window = Palette.mix(far, pen.light(), 0.4);
                    for (double y = horizon - high + 8; y < horizon - 10; y += 16) {
                        pen.fill(Forms.box(x + 6, y, 6, 7), window);
                        pen.fill(Forms.box(x + wide - 13, y, 6, 7), window);
                    }
                    x += wide + dice.between(0, 12);
                }
            }
            default -> {
                for (int i = 0; i < 13; i++) {
                    double x = 40 * i + dice.between(-12, 12);
                    pen.fill(Forms.circle(x, horizon - dice.between(0, 18), dice.between(20, 34)), far);
                }
            }
        }
    }

    private static void room(Pen pen) {
        Dice dice = pen.dice();
        Color pattern = Palette.mix(pen.palette().sky(), pen.palette().far(), 0.45);
        double table = dice.between(255, 285);
        switch (dice.below(5)) {
            case 0 -> {
                for (int x = 0; x < 480; x += 48) {
                    pen.fill(Forms.box(x, 0, 22, table), pattern);
                }
            }
            case 1 -> {
                for (int i = 0; i < 60; i++) {
                    pen.fill(Forms.circle(24 + i % 10 * 48 + i / 10 % 2 * 24, 20 + i / 10 * 46, 6), pattern);
                }
            }
            case 2 -> {
                for (int i = 0; i < 60; i++) {
                    double x = 24 + i % 10 * 48 + i / 10 % 2 * 24;
                    double y = 20 + i / 10 * 46;
                    pen.fill(Forms.poly(x - 8, y, x, y - 12, x + 8, y, x, y + 12), pattern);
                }
            }
            case 3 -> {
                for (int row = 0; row < 8; row++) {
                    for (int i = 0; i < 7; i++) {
                        pen.fill(Forms.round(i * 80 - row % 2 * 40, row * 36, 74, 30, 3), pattern);
                    }
                }
            }
            default -> {
                pen.fill(Forms.box(0, table - 90, 480, 90), pattern);
                pen.fill(Forms.box(0, table - 98, 480, 5), Palette.mix(pattern, pen.ink(), 0.15));
            }
        }
        Color ground = pen.palette().ground();
        pen.fill(Forms.box(0, table, 480, 360 - table), ground);
        Color edge = Palette.mix(ground, pen.ink(), 0.22);
        pen.fill(Forms.box(0, table, 480, 6), edge);
        for (int i = 0; i < 9; i++) {
            pen.fill(Forms.round(dice.between(-20, 440), dice.between(table + 12, 354), dice.between(40, 110), 4, 2),
                    Palette.mix(ground, pen.palette().far(), 0.4));
        }
    }
}
