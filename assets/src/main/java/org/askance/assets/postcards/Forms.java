package org.askance.assets.postcards;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// The shapes that scenes are put together from. Lengths in scene units: a scene is 480 × 360 of them; y points down.
final class Forms {

    private Forms() {}

    static Shape circle(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    static Shape oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /// A box from its left upper corner.
    static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Shape round(double x, double y, double width, double height, double corner) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner);
    }

    /// A closed polygon through x, y, x, y, …
    static Path2D poly(double... xy) {
        Path2D path = open(xy);
        path.closePath();
        return path;
    }

    /// An open line through x, y, x, y, …
    static Path2D open(double... xy) {
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    /// A closed smooth outline through x, y, x, y, … (Catmull–Rom).
    static Path2D blob(double... xy) {
        int n = xy.length / 2;
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i < n; i++) {
            span(path, xy, (i + n - 1) % n, i, (i + 1) % n, (i + 2) % n);
        }
        path.closePath();
        return path;
    }

    /// An open smooth line through x, y, x, y, …
    static Path2D curve(double... xy) {
        int n = xy.length / 2;
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i + 1 < n; i++) {
            span(path, xy, Math.max(i - 1, 0), i, i + 1, Math.min(i + 2, n - 1));
        }
        return path;
    }

    private static void span(Path2D path, double[] xy, int before, int from, int to, int after) {
        path.curveTo(xy[2 * from] + (xy[2 * to] - xy[2 * before]) / 6,
                xy[2 * from + 1] + (xy[2 * to + 1] - xy[2 * before + 1]) / 6,
                xy[2 * to] - (xy[2 * after] - xy[2 * from]) / 6,
                xy[2 * to + 1] - (xy[2 * after + 1] - xy[2 * from + 1]) / 6, xy[2 * to], xy[2 * to + 1]);
    }

    /// A star, or a gear, or a sun's rays: `points` tips at `outer`, notches at `inner`.
    static Path2D star(double x, double y, int points, double outer, double inner) {
        double[] xy = new double[points * 4];
        for (int i = 0; i < points * 2; i++) {
            double angle = Math.PI * i / points - Math.PI / 2;
            double radius = i % 2 == 0 ? outer : inner;
            xy[2 * i] = x + radius * Math.cos(angle);
            xy[2 * i + 1] = y + radius * Math.sin(angle);
        }
        return poly(xy);
    }

    /// A heart about `size` wide and high, around x, y.
    static Path2D heart(double x, double y, double size) {
        double s = size / 2;
        var path = new Path2D.Double();
        path.moveTo(x, y + s);
        path.curveTo(x - 1.5 * s, y, x - 1.1 * s, y - s, x - 0.5 * s, y - 0.9 * s);
        path.curveTo(x - 0.2 * s, y - 0.9 * s, x, y - 0.6 * s, x, y - 0.4 * s);
        path.curveTo(x, y - 0.6 * s, x + 0.2 * s, y - 0.9 * s, x + 0.5 * s, y - 0.9 * s);
        path.curveTo(x + 1.1 * s, y - s, x + 1.5 * s, y, x, y + s);
        path.closePath();
        return path;
    }

    /// A cloud `width` wide with a flat bottom at y.
    static Shape cloud(double x, double y, double width) {
        double w = width / 2;
        var cloud = new Area(round(x - w, y - 0.5 * w, 2 * w, 0.5 * w, 0.25 * w));
        cloud.add(new Area(circle(x - 0.45 * w, y - 0.5 * w, 0.33 * w)));
        cloud.add(new Area(circle(x + 0.05 * w, y - 0.66 * w, 0.45 * w)));
        cloud.add(new Area(circle(x + 0.55 * w, y - 0.42 * w, 0.3 * w)));
        return cloud;
    }

    /// A drop with its tip up.
    static Path2D drop(double x, double y, double size) {
        var path = new Path2D.Double();
        path.moveTo(x, y - size);
        path.curveTo(x + 0.3 * size, y - 0.3 * size, x + 0.6 * size, y, x + 0.5 * size, y + 0.4 * size);
        path.curveTo(x + 0.4 * size, y + 0.9 * size, x - 0.4 * size, y + 0.9 * size, x - 0.5 * size, y + 0.4 * size);
        path.curveTo(x - 0.6 * size, y, x - 0.3 * size, y - 0.3 * size, x, y - size);
        path.closePath();
        return path;
    }

    /// `shape` turned clockwise about x, y.
    static Shape turned(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }
}
