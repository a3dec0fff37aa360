package org.askance.app.annotate.explain;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.askance.app.annotate.explain.ExplanationViewModel.State;
import org.askance.app.annotate.picture.PictureView;
import org.jspecify.annotations.Nullable;

/// Lays what is read over the picture, a square per patch: the network sees the picture squeezed into a square, so
/// squares stretched to the picture lie where they belong. FX thread.
public final class Overlay {

    private static final int EDGE = 24;

    private final PictureView picture;
    private final ExplanationViewModel model;

    public Overlay(PictureView picture, ExplanationViewModel model) {
        this.picture = picture;
        this.model = model;
    }

    /// From now on the picture shows what is read.
    public void follow() {
        model.state().subscribe(_ -> lay());
        model.opacity().subscribe(strength -> picture.overlayOpacity(strength.doubleValue()));
    }

    private void lay() {
        picture.overlay(image(model.state().get()));
    }

    private static @Nullable Image image(State state) {
        if (!(state instanceof State.Shown shown)) {
            return null;
        }
        int grid = shown.explanation().grid();
        float[] patches = shown.reading().patches(shown.explanation(), shown.token());
        // Several pixels each: a picture is smoothed when it is stretched, and patches should stay apart.
        var image = new WritableImage(EDGE * grid, EDGE * grid);
        for (int y = 0; y < EDGE * grid; y++) {
            for (int x = 0; x < EDGE * grid; x++) {
                image.getPixelWriter().setColor(x, y,
                        shown.reading().scale().at(patches[y / EDGE * grid + x / EDGE]));
            }
        }
        return image;
    }
}
