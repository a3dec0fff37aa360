package org.askance.app.annotate.picture;

import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One picture, or the reason why there is none. It is fitted, and can be zoomed towards the pointer, moved and
/// turned; nothing of that touches the file. FX thread.
public final class PictureView extends StackPane {

    /// What is shown first: enough for most windows, and decoded in a few milliseconds.
    public static final int FITTED_PX = 1200;
    /// What is loaded when someone looks closer.
    private static final int WHOLE_PX = 8192;

    /// In a small window what is beside it needs the room.
    private static final double LEAST_PX = 100;
    private static final double ROOM = 24;
    private static final double STEP = 1.25;
    private static final double PAN = 0.12;

    private final Pictures pictures;
    private final Strings strings;
    private final @Nullable Runnable relink;
    private final ImageView view = new ImageView();
    private final ImageView overlay = new ImageView();
    private final Label scale = new Label();
    private @Nullable Path file;
    private @Nullable Viewport viewport;
    private RunningJob loading = RunningJob.NONE;
    private RunningJob loadingWhole = RunningJob.NONE;
    private boolean whole;
    private double dragX;
    private double dragY;

    /// @param relink looks for pictures that are not where they were; `null` if nothing does
    public PictureView(Pictures pictures, Strings strings, @Nullable Runnable relink) {
        this.pictures = pictures;
        this.strings = strings;
        this.relink = relink;
        getStyleClass().add("picture");
        setMinSize(LEAST_PX, LEAST_PX);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (var one : new ImageView[]{view, overlay}) {
            one.setManaged(false);
            one.setMouseTransparent(true);
        }
        view.setSmooth(true);
        overlay.setId("picture-overlay");
        // Patches are what was measured: blurring them would pretend to more.
        overlay.setSmooth(false);
        view.setId("picture-image");
        scale.setId("picture-scale");
        scale.getStyleClass().add("picture-scale");
        scale.setMouseTransparent(true);
        StackPane.setAlignment(scale, Pos.BOTTOM_LEFT);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
                toggle(click.getX(), click.getY());
            }
        });
    }

    /// Shows the picture of `newFile`. The picture of the same file stays as it lies.
    public void show(Path newFile) {
        if (newFile.equals(file) && viewport != null) {
            return;
        }
        clear();
        file = newFile;
        loading = pictures.load(newFile, FITTED_PX, loaded -> {
            switch (loaded) {
                case Pictures.Picture.Decoded(var image) -> decoded(image);
                case Pictures.Picture.Unreadable(var told) -> unreadable(told.in(strings::told), true);
            }
        });
    }

    /// There is no picture.
    ///
    /// @param findable whether it may be found elsewhere
    public void showNone(String reason, boolean findable) {
        clear();
        unreadable(reason, findable);
    }

    private void clear() {
        loading.cancel();
        loadingWhole.cancel();
        file = null;
        viewport = null;
        whole = false;
        // Never another pair's picture beside this one's text, not even for a moment.
        view.setImage(null);
        overlay.setImage(null);
        scale.setVisible(false);
    }

    private void decoded(Image image) {
        view.setImage(image);
        whole = Math.max(image.getWidth(), image.getHeight()) < FITTED_PX;
        if (!getChildren().contains(view)) {
            getChildren().setAll(view, overlay, scale);
        }
        viewport = Viewport.fitted(frameWidth(), frameHeight(), image.getWidth(), image.getHeight(), 0);
        place();
    }

    private void unreadable(String reason, boolean findable) {
        viewport = null;
        var message = new Message(Feather.IMAGE, strings.get("picture.unreadable"), reason);
        var way = relink;
        if (findable && way != null) {
            var find = new Button(strings.get("picture.relink"));
            find.setId("picture-relink");
            find.setOnAction(_ -> way.run());
            // The keys must keep working.
            find.setFocusTraversable(false);
            message.with(find);
        }
        getChildren().setAll(message);
        setCursor(Cursor.DEFAULT);
    }

    private double frameWidth() {
        return Math.max(1, getWidth() - 2 * ROOM);
    }

    private double frameHeight() {
        return Math.max(1, getHeight() - 2 * ROOM);
    }

    public void zoomIn() {
        zoom(STEP, frameWidth() / 2, frameHeight() / 2);
    }

    public void zoomOut() {
        zoom(1 / STEP, frameWidth() / 2, frameHeight() / 2);
    }

    /// The whole picture, turned as it is.
    public void fit() {
        if (viewport != null) {
            turned(viewport.turns());
        }
    }

    /// One pixel of the file on one of the screen.
    public void actualSize() {
        var now = viewport;
        if (now == null) {
            return;
        }
        loadWhole(() -> {
            viewport = Objects.requireNonNull(viewport).actual();
            place();
        });
    }

    /// @param quarters clockwise; negative the other way
    public void rotate(int quarters) {
        if (viewport != null) {
            turned(viewport.turns() + quarters);
        }
    }

    /// Moves a zoomed picture by so many steps; does nothing with one that is fitted.
    ///
    /// @return whether it is zoomed
    public boolean pan(int stepsX, int stepsY) {
        var now = viewport;
        if (now == null || now.isFitted()) {
            return false;
        }
        viewport = now.moved(-stepsX * PAN * now.frameWidth(), -stepsY * PAN * now.frameHeight());
        place();
        return true;
    }

    /// Whether there is a picture.
    public boolean hasPicture() {
        return viewport != null;
    }

    /// Lays `image` over the picture, stretched and turned as it is; `null` takes it away.
    public void overlay(@Nullable Image image) {
        overlay.setImage(image);
        place();
    }

    /// @param opacity 0 to 1
    public void overlayOpacity(double opacity) {
        overlay.setOpacity(opacity);
    }

    private void turned(int turns) {
        var now = Objects.requireNonNull(viewport);
        viewport = Viewport.fitted(now.frameWidth(), now.frameHeight(), now.width(), now.height(), turns);
        place();
    }

    private void toggle(double x, double y) {
        var now = viewport;
        if (now != null && now.isFitted()) {
            zoom(2, x - ROOM, y - ROOM);
        } else {
            fit();
        }
    }

    private void zoom(double factor, double atX, double atY) {
        if (viewport != null) {
            viewport = viewport.zoomed(factor, atX, atY);
            place();
            loadWhole(() -> {});
        }
    }

    /// All pixels of the file, once someone looks closer than they need for fitting it.
    private void loadWhole(Runnable then) {
        var of = file;
        if (whole || of == null) {
            then.run();
            return;
        }
        loadingWhole.cancel();
        loadingWhole = pictures.load(of, WHOLE_PX, loaded -> {
            whole = true;
            if (loaded instanceof Pictures.Picture.Decoded(var image) && viewport != null) {
                view.setImage(image);
                viewport = viewport.resized(image.getWidth(), image.getHeight());
                place();
            }
            then.run();
        });
    }

    private void scrolled(ScrollEvent scroll) {
        if (scroll.getDeltaY() != 0) {
            zoom(scroll.getDeltaY() > 0 ? STEP : 1 / STEP, scroll.getX() - ROOM, scroll.getY() - ROOM);
            scroll.consume();
        }
    }

    private void pressed(MouseEvent press) {
        dragFrom(press);
        // Whatever had the keys, such as a comment: now they are meant for the pair.
        Node at = this;
        while (at != null && !at.isFocusTraversable()) {
            at = at.getParent();
        }
        if (at != null) {
            at.requestFocus();
        }
    }

    private void dragFrom(MouseEvent press) {
        dragX = press.getX();
        dragY = press.getY();
    }

    private void dragged(MouseEvent drag) {
        var now = viewport;
        if (now != null && drag.isPrimaryButtonDown() && !now.isFitted()) {
            viewport = now.moved(drag.getX() - dragX, drag.getY() - dragY);
            dragFrom(drag);
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var now = viewport;
        if (now != null && (now.frameWidth() != frameWidth() || now.frameHeight() != frameHeight())) {
            viewport = now.framed(frameWidth(), frameHeight());
            place();
        }
    }

    private void place() {
        var now = viewport;
        if (now == null) {
            return;
        }
        place(view, now);
        place(overlay, now);
        scale.setText(now.isFitted() ? "" : Numbers.percent(now.scale()));
        scale.setVisible(!now.isFitted());
        setCursor(now.isFitted() ? Cursor.DEFAULT : Cursor.MOVE);
    }

    private static void place(ImageView one, Viewport now) {
        double width = now.width() * now.scale();
        double height = now.height() * now.scale();
        one.setFitWidth(width);
        one.setFitHeight(height);
        one.setRotate(90.0 * now.turns());
        // Turning is about the middle, which is that of the turned picture.
        one.relocate(ROOM + now.x() + (now.shownWidth() - width) / 2,
                ROOM + now.y() + (now.shownHeight() - height) / 2);
    }
}
