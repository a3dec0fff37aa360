package org.askance.assets.postcards;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/// What an artist holds: a canvas, a palette and dice. Confined to one thread.
final class Pen {

    private static final float OUTLINE = 3.6f;

    private final Graphics2D canvas;
    private final Palette palette;
    private final Dice dice;

    Pen(Graphics2D canvas, Palette palette, Dice dice) {
        this.canvas = canvas;
        this.palette = palette;
        this.dice = dice;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// The same pen over a canvas moved, turned and scaled by `change`.
    Pen at(AffineTransform change) {
        var moved = (Graphics2D) canvas.create();
        moved.transform(change);
        return new Pen(moved, palette, dice);
    }

    Palette palette() {
        return palette;
    }

    Dice dice() {
        return dice;
    }

    Color accent(int i) {
        return palette.accents().get(i % palette.accents().size());
    }

    Color light() {
        return palette.light();
    }

    Color ink() {
        return palette.ink();
    }

    /// `colour` in the shade.
    Color shade(Color colour) {
        return Palette.mix(colour, palette.ink(), 0.22);
    }

    /// `colour` in the light.
    Color tint(Color colour) {
        return Palette.mix(colour, palette.light(), 0.4);
    }

    /// Fills and outlines.
    void draw(Shape shape, Color colour) {
        fill(shape, colour);
        stroke(shape, palette.ink(), OUTLINE);
    }

    /// Fills without an outline.
    void fill(Shape shape, Color colour) {
        canvas.setColor(colour);
        canvas.fill(shape);
    }

    void stroke(Shape shape, Color colour, double width) {
        canvas.setColor(colour);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }

    /// A thick line of `colour` with an outline along both sides.
    void rod(Shape line, Color colour, double width) {
        stroke(line, palette.ink(), width + 2 * OUTLINE);
        stroke(line, colour, width);
    }

    /// What `inside` draws shows only within `shape`.
    void within(Shape shape, Runnable inside) {
        Shape before = canvas.getClip();
        canvas.clip(shape);
        inside.run();
        canvas.setClip(before);
    }
}
