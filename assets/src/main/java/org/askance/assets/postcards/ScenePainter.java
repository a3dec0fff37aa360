package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Draws scenes: a backdrop and clutter that know the topic only, and before them one large figure that alone tells
/// how things go.
final class ScenePainter {

    /// Below this width scenes are drawn twice as large and averaged, so that thin lines fade rather than break.
    private static final int SMALL_PX = 240;

    private ScenePainter() {}

    static BufferedImage paint(Scene scene, int widthPx, int heightPx) {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("a picture needs at least 1 × 1 px, not " + widthPx + " × " + heightPx);
        }
        if (widthPx >= SMALL_PX) {
            return draw(scene, widthPx, heightPx);
        }
        return halved(draw(scene, 2 * widthPx, 2 * heightPx));
    }

    private static BufferedImage draw(Scene scene, int widthPx, int heightPx) {
        var image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.scale(widthPx / (double) Scene.WIDTH_PX, heightPx / (double) Scene.HEIGHT_PX);
        boolean shifted = scene.shifted();
        var dice = new Dice(scene.seed(), 31);
        var pen = new Pen(canvas, Palette.of(dice, shifted), dice);
        Backdrop.draw(pen, scene.topic());
        Clutter.behind(pen, scene.topic(), shifted);
        figure(pen, scene);
        Clutter.before(pen, shifted);
        if (dice.chance(0.5)) {
            frame(pen);
        }
        canvas.dispose();
        return image;
    }

    private static void figure(Pen pen, Scene scene) {
        Dice dice = pen.dice();
        boolean shifted = scene.shifted();
        double scale = shifted
                ? (dice.chance(0.6) ? dice.between(0.76, 0.88) : dice.between(1.14, 1.24))
                : dice.between(0.92, 1.12);
        double turn = shifted ? dice.sign() * dice.between(6, 13) : dice.between(-5, 5);
        double moveX = dice.between(-45, 45);
        double moveY = dice.between(-12, 16);
        // Smaller figures stand nearer to the ground they stand on.
        var change = AffineTransform.getTranslateInstance(240 + moveX, 190 + moveY + 100 * (1 - scale) * 0.7);
        change.rotate(Math.toRadians(turn));
        change.scale(scale * dice.sign(), scale);
        Artists.draw(pen.at(change), scene.topic(), scene.polarity());
    }

    private static void frame(Pen pen) {
        double thick = pen.dice().between(7, 13);
        Color paper = Palette.mix(pen.light(), Color.WHITE, 0.3);
        pen.fill(Forms.box(0, 0, 480, thick), paper);
        pen.fill(Forms.box(0, 360 - thick, 480, thick), paper);
        pen.fill(Forms.box(0, thick, thick, 360 - 2 * thick), paper);
        pen.fill(Forms.box(480 - thick, thick, thick, 360 - 2 * thick), paper);
    }

    private static BufferedImage halved(BufferedImage large) {
        int width = large.getWidth() / 2;
        int height = large.getHeight() / 2;
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] from = ((DataBufferInt) large.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 4 * y * width + 2 * x;
                to[y * width + x] = average(from[at], from[at + 1], from[at + 2 * width], from[at + 2 * width + 1]);
            }
        }
        return small;
    }

    private static int average(int a, int b, int c, int d) {
        int red = ((a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255) + 2) / 4;
        int green = ((a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255) + 2) / 4;
        int blue = ((a & 255) + (b & 255) + (c & 255) + (d & 255) + 2) / 4;
        return red << 16 | green << 8 | blue;
    }
}
