package org.askance.app.map;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.askance.app.ui.LabelColours;
import org.askance.app.work.ProjectEmbeddings;
import org.jspecify.annotations.Nullable;

/// The points, drawn as they are zoomed and panned. Text is a disc, the image a ring, fused a disc.
/// FX thread.
final class MapCanvas extends Region {

    private static final double REACH_PX = 9;
    private static final double MARGIN_PX = 28;
    private static final int CHOSEN = 0xE3116C;

    /// Which halves are drawn.
    record Shown(boolean text, boolean image, boolean fused, boolean links) {}

    private final ImageView view = new ImageView();
    private final IntConsumer chosen;
    private final IntConsumer opened;
    private ProjectEmbeddings.@Nullable Projected projected;
    private int[] categories = {};
    private int[] colours = {};
    private Shown shown = new Shown(true, true, false, false);
    private int marked = -1;
    private int[] near = {};
    private double scale = 1;
    private double originX;
    private double originY;
    private double dragX;
    private double dragY;
    private boolean dragged;
    private boolean fitted;

    /// @param chosen hears the index of a pair that was clicked
    /// @param opened … that was double-clicked
    MapCanvas(IntConsumer chosen, IntConsumer opened) {
        this.chosen = chosen;
        this.opened = opened;
        getStyleClass().add("map-canvas");
        getChildren().add(view);
        setMinSize(200, 200);
        widthProperty().subscribe(_ -> draw());
        heightProperty().subscribe(_ -> draw());
        setOnScroll(event -> {
            zoom(Math.exp(event.getDeltaY() * 0.002), event.getX(), event.getY());
            event.consume();
        });
        setOnMousePressed(event -> {
            dragX = event.getX();
            dragY = event.getY();
            dragged = false;
        });
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
    }

    void show(ProjectEmbeddings.Projected points) {
        boolean first = projected == null || projected.examples().length != points.examples().length;
        projected = points;
        fitted = fitted && !first;
        marked = -1;
        near = new int[0];
        fit();
    }

    /// @param newCategories of each point; −1 for none
    /// @param newColours    of each category, without transparency
    void colour(int[] newCategories, int[] newColours) {
        categories = newCategories;
        colours = newColours;
        draw();
    }

    void show(Shown halves) {
        boolean other = halves.fused != shown.fused;
        shown = halves;
        if (other) {
            fit();
        } else {
            draw();
        }
    }

    /// Marks the chosen pair and its neighbours, by index.
    void mark(int index, int[] neighbours) {
        marked = index;
        near = neighbours;
        draw();
    }

    /// Brings all points into view.
    void fit() {
        var points = projected;
        if (points == null || getWidth() < 1 || points.examples().length == 0) {
            return;
        }
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (var half : halves(points)) {
            for (var point : half) {
                left = Math.min(left, point[0]);
                right = Math.max(right, point[0]);
                top = Math.min(top, point[1]);
                bottom = Math.max(bottom, point[1]);
            }
        }
        scale = Math.min((getWidth() - 2 * MARGIN_PX) / Math.max(1e-6, right - left),
                (getHeight() - 2 * MARGIN_PX) / Math.max(1e-6, bottom - top));
        originX = (getWidth() - scale * (left + right)) / 2;
        originY = (getHeight() - scale * (top + bottom)) / 2;
        fitted = true;
        draw();
    }

    private List<float[][]> halves(ProjectEmbeddings.Projected points) {
        return shown.fused ? List.<float[][]>of(points.fused()) : List.of(points.text(), points.image());
    }

    private void zoom(double factor, double x, double y) {
        scale *= factor;
        originX = x - (x - originX) * factor;
        originY = y - (y - originY) * factor;
        draw();
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - dragX;
        double dy = event.getY() - dragY;
        if (Math.hypot(dx, dy) > 3) {
            dragged = true;
        }
        if (dragged) {
            originX += dx;
            originY += dy;
            dragX = event.getX();
            dragY = event.getY();
            draw();
        }
    }

    private void click(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int hit = at(event.getX(), event.getY());
        if (hit >= 0) {
            if (event.getClickCount() == 2) {
                opened.accept(hit);
            } else {
                chosen.accept(hit);
            }
        }
    }

    /// Index of the pair nearest to a place on screen; −1 if none is close.
    int at(double x, double y) {
        var points = projected;
        int best = -1;
        double least = REACH_PX * REACH_PX;
        if (points == null) {
            return best;
        }
        for (var half : drawn(points)) {
            for (int i = 0; i < half.length; i++) {
                double dx = x(half[i]) - x;
                double dy = y(half[i]) - y;
                if (dx * dx + dy * dy < least) {
                    least = dx * dx + dy * dy;
                    best = i;
                }
            }
        }
        return best;
    }

    private List<float[][]> drawn(ProjectEmbeddings.Projected points) {
        if (shown.fused) {
            return List.<float[][]>of(points.fused());
        }
        if (shown.text && shown.image) {
            return List.of(points.text(), points.image());
        }
        return shown.text
                ? List.<float[][]>of(points.text())
                : shown.image ? List.<float[][]>of(points.image()) : List.<float[][]>of();
    }

    double x(float[] point) {
        return originX + scale * point[0];
    }

    double y(float[] point) {
        return originY + scale * point[1];
    }

    private void draw() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        var points = projected;
        if (width < 1 || height < 1 || points == null) {
            return;
        }
        if (!fitted) {
            fit();
            return;
        }
        var buffer = IntBuffer.allocate(width * height);
        var raster = new MapRaster(width, height, buffer.array());
        int n = points.examples().length;
        double radius = n > 20_000 ? 1.6 : n > 3_000 ? 2.6 : 3.6;
        if (shown.links && !shown.fused) {
            for (int i = 0; i < n; i++) {
                link(raster, points, i, colour(i), n > 2_000 ? 0.12 : 0.3);
            }
        }
        for (int i = 0; i < n; i++) {
            point(raster, points, i, radius, colour(i), 0.75);
        }
        for (int i : near) {
            point(raster, points, i, radius + 2.5, colour(i), 1);
            link(raster, points, i, colour(i), 0.6);
        }
        if (marked >= 0 && marked < n) {
            link(raster, points, marked, CHOSEN, 1);
            point(raster, points, marked, radius + 4, CHOSEN, 1);
        }
        view.setImage(new WritableImage(new PixelBuffer<>(width, height, buffer, PixelFormat.getIntArgbPreInstance())));
    }

    private int colour(int index) {
        int category = index < categories.length ? categories[index] : -1;
        return category < 0 || category >= colours.length
                ? LabelColours.rgb(LabelColours.NONE)
                : colours[category];
    }

    private void point(MapRaster raster, ProjectEmbeddings.Projected points, int i, double radius, int colour,
            double opacity) {
        if (shown.fused) {
            raster.disc(x(points.fused()[i]), y(points.fused()[i]), radius, colour, opacity);
            return;
        }
        if (shown.text) {
            raster.disc(x(points.text()[i]), y(points.text()[i]), radius, colour, opacity);
        }
        if (shown.image) {
            raster.ring(x(points.image()[i]), y(points.image()[i]), radius + 0.8, colour, opacity);
        }
    }

    private void link(MapRaster raster, ProjectEmbeddings.Projected points, int i, int colour, double opacity) {
        if (!shown.fused && shown.text && shown.image) {
            raster.line(x(points.text()[i]), y(points.text()[i]), x(points.image()[i]), y(points.image()[i]), colour,
                    opacity);
        }
    }
}
