package org.askance.app.manual;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.askance.app.ui.markdown.Targets;

/// What the pages' links and pictures lead to: other pages, the browser, pictures beside the pages.
///
/// @param width of the page's column
record PageTargets(Consumer<String> follow, Function<String, Optional<PictureSize>> pictures,
        ObservableDoubleValue width)
        implements
            Targets {

    private static final double MARGIN = 64;
    private static final double NARROWEST = 120;
    private static final double BORDERS = 2;

    @Override
    public boolean isPinned(String destination) {
        return false;
    }

    @Override
    public Region card(Pin pin) {
        throw new IllegalArgumentException("a manual pins nothing: " + pin);
    }

    @Override
    public Optional<Runnable> link(String destination) {
        return Optional.of(() -> follow.accept(destination));
    }

    @Override
    public Optional<Region> picture(String destination, String description) {
        return pictures.apply(destination).map(size -> {
            var view = new ImageView(new Image(size.address().toString(), true));
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setAccessibleText(description);
            view.fitWidthProperty().bind(Bindings.createDoubleBinding(
                    () -> Math.clamp(width.get() - MARGIN, NARROWEST, Math.max(NARROWEST, size.widthPx())), width));
            var frame = new StackPane(view);
            frame.getStyleClass().add("manual-picture");
            frame.prefWidthProperty().bind(view.fitWidthProperty().add(BORDERS));
            frame.prefHeightProperty().bind(
                    view.fitWidthProperty().multiply((double) size.heightPx() / size.widthPx()).add(BORDERS));
            frame.setMinSize(0, Region.USE_PREF_SIZE);
            frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            return frame;
        });
    }
}
