package org.askance.app.annotate.picture;

/// Where a picture lies in its frame, in the frame's pixels. Plain arithmetic.
///
/// @param frameWidth  room there is, at least 1; as is `frameHeight`
/// @param width       of the picture before it is turned, at least 1; as is `height`
/// @param turns       quarter turns clockwise, 0 to 3
/// @param zoom        1 fits the picture into the frame
/// @param x           left edge of the turned picture; as `y` its upper edge
record Viewport(double frameWidth, double frameHeight, double width, double height, int turns, double zoom, double x,
        double y) {

    private static final double MOST_SCREEN_PX_PER_PICTURE_PX = 16;
    private static final double LEAST_MOST_ZOOM = 8;

    Viewport {
        if (frameWidth < 1 || frameHeight < 1 || width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture and its frame have at least one pixel");
        }
    }

    /// The whole picture in the middle.
    static Viewport fitted(double frameWidth, double frameHeight, double width, double height, int turns) {
        return new Viewport(frameWidth, frameHeight, width, height, Math.floorMod(turns, 4), 1, 0, 0).settled();
    }

    boolean isFitted() {
        return zoom == 1;
    }

    /// Screen pixels that a picture's pixel takes.
    double scale() {
        return fit() * zoom;
    }

    private double fit() {
        return Math.min(frameWidth / turnedWidth(), frameHeight / turnedHeight());
    }

    double shownWidth() {
        return turnedWidth() * scale();
    }

    double shownHeight() {
        return turnedHeight() * scale();
    }

    private double turnedWidth() {
        return turns % 2 == 0 ? width : height;
    }

    private double turnedHeight() {
        return turns % 2 == 0 ? height : width;
    }

    /// `factor` times as large, while what lies at (`atX`, `atY`) stays there as far as possible.
    Viewport zoomed(double factor, double atX, double atY) {
        double least = Math.min(1, 1 / fit());
        double most = Math.max(LEAST_MOST_ZOOM, MOST_SCREEN_PX_PER_PICTURE_PX / fit());
        double next = Math.clamp(zoom * factor, least, most);
        // Going down in steps should end at the fitted picture, not beside it.
        double snapped = Math.abs(next - 1) < 0.02 ? 1 : next;
        double by = snapped / zoom;
        return new Viewport(frameWidth, frameHeight, width, height, turns, snapped, atX - (atX - x) * by,
                atY - (atY - y) * by).settled();
    }

    /// One pixel of the picture on one of the screen, around the frame's middle.
    Viewport actual() {
        return zoomed(1 / scale(), frameWidth / 2, frameHeight / 2);
    }

    Viewport moved(double byX, double byY) {
        return new Viewport(frameWidth, frameHeight, width, height, turns, zoom, x + byX, y + byY).settled();
    }

    /// The same in another frame, around the same middle.
    Viewport framed(double newWidth, double newHeight) {
        double middleX = (frameWidth / 2 - x) / shownWidth();
        double middleY = (frameHeight / 2 - y) / shownHeight();
        var next = new Viewport(newWidth, newHeight, width, height, turns, zoom, 0, 0);
        return next.moved(newWidth / 2 - middleX * next.shownWidth(), newHeight / 2 - middleY * next.shownHeight());
    }

    /// The same picture in more or fewer pixels; what is seen stays as it is.
    Viewport resized(double newWidth, double newHeight) {
        return new Viewport(frameWidth, frameHeight, newWidth, newHeight, turns, zoom, x, y).settled();
    }

    /// Never a gap at one side while something is hidden at the other.
    private Viewport settled() {
        return new Viewport(frameWidth, frameHeight, width, height, turns, zoom,
                settled(x, shownWidth(), frameWidth), settled(y, shownHeight(), frameHeight));
    }

    private static double settled(double at, double shown, double room) {
        return shown <= room ? (room - shown) / 2 : Math.clamp(at, room - shown, 0);
    }
}
