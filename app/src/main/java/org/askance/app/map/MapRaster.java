package org.askance.app.map;

/// Draws points and lines into an ARGB pixel buffer: a scatter of many thousand points is too slow for
/// JavaFX's shapes. Premultiplied; no JavaFX here.
final class MapRaster {

    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param pixels `width · height`, cleared here
    MapRaster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        java.util.Arrays.fill(pixels, 0);
    }

    /// A filled disc with a soft edge.
    ///
    /// @param opacity 0 to 1
    void disc(double x, double y, double radius, int rgb, double opacity) {
        int left = Math.max(0, (int) Math.floor(x - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius + 1));
        int top = Math.max(0, (int) Math.floor(y - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + 1));
        for (int py = top; py <= bottom; py++) {
            for (int px = left; px <= right; px++) {
                double distance = Math.hypot(px + 0.5 - x, py + 0.5 - y);
                double cover = Math.clamp(radius + 0.5 - distance, 0, 1);
                if (cover > 0) {
                    blend(py * width + px, rgb, cover * opacity);
                }
            }
        }
    }

    /// A ring: the other half of a pair must be told from the first without colour.
    void ring(double x, double y, double radius, int rgb, double opacity) {
        int left = Math.max(0, (int) Math.floor(x - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius + 1));
        int top = Math.max(0, (int) Math.floor(y - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + 1));
        for (int py = top; py <= bottom; py++) {
            for (int px = left; px <= right; px++) {
                double off = Math.abs(Math.hypot(px + 0.5 - x, py + 0.5 - y) - radius + 0.6);
                double cover = Math.clamp(1.2 - off, 0, 1);
                if (cover > 0) {
                    blend(py * width + px, rgb, cover * opacity);
                }
            }
        }
    }

    /// A straight line, one pixel wide, with soft edges (Wu 1991, simplified).
    void line(double x0, double y0, double x1, double y1, int rgb, double opacity) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
        // Zoomed in, a line may be far longer than the screen; most of it is cut off.
        if (steps == 0 || steps > 8 * (width + height)) {
            return;
        }
        boolean steep = Math.abs(dy) > Math.abs(dx);
        for (int i = 0; i <= steps; i++) {
            double x = x0 + dx * i / steps;
            double y = y0 + dy * i / steps;
            double along = steep ? x : y;
            int first = (int) Math.floor(along - 0.5);
            double share = along - 0.5 - first;
            for (int side = 0; side < 2; side++) {
                int px = steep ? first + side : (int) x;
                int py = steep ? (int) y : first + side;
                if (px >= 0 && px < width && py >= 0 && py < height) {
                    blend(py * width + px, rgb, opacity * (side == 0 ? 1 - share : share));
                }
            }
        }
    }

    private void blend(int at, int rgb, double opacity) {
        int alpha = (int) (255 * opacity + 0.5);
        int rest = 255 - alpha;
        int below = pixels[at];
        int a = alpha + (below >>> 24) * rest / 255;
        int r = (rgb >> 16 & 255) * alpha / 255 + (below >> 16 & 255) * rest / 255;
        int g = (rgb >> 8 & 255) * alpha / 255 + (below >> 8 & 255) * rest / 255;
        int b = (rgb & 255) * alpha / 255 + (below & 255) * rest / 255;
        pixels[at] = a << 24 | r << 16 | g << 8 | b;
    }
}
