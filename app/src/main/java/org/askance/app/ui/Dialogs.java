package org.askance.app.ui;

import java.util.Locale;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// What all dialogs share: they open larger with larger text, but never beyond the screen, and Escape closes them. FX
/// thread.
public final class Dialogs {

    private static final double USUAL_TEXT_PX = 14;
    /// Of what was asked for: with less than that, something went wrong.
    private static final double FAR = 0.7;

    private Dialogs() {}

    /// @param width  at the usual size of text, in pixels
    /// @param height the same
    public static void prepare(DialogPane pane, double width, double height) {
        style(pane, width(width) + String.format(Locale.ROOT, "-fx-pref-height: %.2fem;", height / USUAL_TEXT_PX));
    }

    /// The same, as high as its content.
    public static void prepare(DialogPane pane, double width) {
        style(pane, width(width));
    }

    private static String width(double width) {
        return String.format(Locale.ROOT, "-fx-pref-width: %.2fem;", width / USUAL_TEXT_PX);
    }

    private static void style(DialogPane pane, String style) {
        // The theme keeps dialogs to 600 px.
        pane.setStyle(style + "-fx-max-width: 1000em; -fx-max-height: 1000em;");
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isInRows(event.getTarget())) {
                event.consume();
                close(pane);
            }
        });
        pane.sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> {
            if (window instanceof Stage stage) {
                holdToScreen(stage);
                openWhereItWas(stage);
                openAsAsked(pane, stage);
                stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> Platform.runLater(() -> fitButtons(pane)));
            }
        });
        openWhole(pane);
    }

    /// It opens at its height from the first moment. A dialog is else made as low as it can be and then higher, and on X11
    /// the window manager's answer to the first may come after the second: over a maximised window the first dialog had
    /// room for its buttons alone.
    public static void openWhole(DialogPane pane) {
        pane.sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> {
            if (window instanceof Stage stage) {
                stage.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> pane
                        .setMinHeight(Math.min(pane.prefHeight(pane.prefWidth(-1)), stage.getMaxHeight())));
                stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> pane.setMinHeight(Region.USE_COMPUTED_SIZE));
            }
        });
    }

    /// Lists and tables take Escape for themselves, to end the editing of a cell.
    private static boolean isInRows(EventTarget target) {
        return switch (target) {
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TableView<?> table -> table.getEditingCell() == null;
            default -> false;
        };
    }

    private static void close(DialogPane pane) {
        pane.getButtonTypes().stream().filter(type -> type.getButtonData().isCancelButton()).findFirst()
                .map(pane::lookupButton).ifPresent(node -> {
                    if (node instanceof Button button) {
                        button.fire();
                    }
                });
    }

    /// On whichever screen it is. Lifted once it shows, a window system that has not placed it by then would let it be as
    /// large as it likes.
    private static void holdToScreen(Stage stage) {
        stage.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> hold(stage, screen(stage.getOwner())));
        stage.xProperty().subscribe((_, _) -> holdWhereItIs(stage));
        stage.yProperty().subscribe((_, _) -> holdWhereItIs(stage));
    }

    /// A dialog that is kept gives its buttons the width that their words had when it was made: in larger letters those would
    /// be cut.
    private static void fitButtons(DialogPane pane) {
        var buttons = pane.getButtonTypes().stream().map(pane::lookupButton).filter(Button.class::isInstance)
                .map(Button.class::cast).toList();
        boolean cut = false;
        for (var button : buttons) {
            double had = button.getPrefWidth();
            button.setPrefWidth(Region.USE_COMPUTED_SIZE);
            cut |= had >= 0 && button.prefWidth(-1) > had;
            button.setPrefWidth(had);
        }
        if (cut) {
            buttons.forEach(button -> {
                button.setPrefWidth(Region.USE_COMPUTED_SIZE);
                button.setMinWidth(Region.USE_PREF_SIZE);
            });
        }
    }

    /// Some window systems open a window that can be resized far smaller than asked, now and then. Looked at once it
    /// is there; afterwards one may make it as small as one likes.
    private static void openAsAsked(DialogPane pane, Stage stage) {
        var asked = new Object() {
            boolean seen;
        };
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> {
            if (!asked.seen) {
                asked.seen = true;
                Platform.runLater(() -> {
                    double width = Math.min(pane.prefWidth(-1), stage.getMaxWidth());
                    double height = Math.min(pane.prefHeight(width), stage.getMaxHeight());
                    if (stage.isShowing() && (stage.getWidth() < FAR * width || stage.getHeight() < FAR * height)) {
                        stage.setWidth(width);
                        stage.setHeight(height);
                    }
                });
            }
        });
    }

    /// A dialog that is kept opens again where it was closed. Window managers tell a window that is taken away that it is in
    /// the corner of the screen, and there it came back, its title beyond the edge.
    private static void openWhereItWas(Stage stage) {
        var closed = new Object() {
            double x = Double.NaN;
            double y = Double.NaN;
        };
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> {
            closed.x = stage.getX();
            closed.y = stage.getY();
        });
        stage.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            if (!Screen.getScreensForRectangle(closed.x, closed.y, 1, 1).isEmpty()) {
                stage.setX(closed.x);
                stage.setY(closed.y);
            }
        });
    }

    private static void holdWhereItIs(Stage stage) {
        if (stage.isShowing() && !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getY())) {
            hold(stage, screen(stage));
        }
    }

    private static void hold(Stage stage, Screen screen) {
        var room = screen.getVisualBounds();
        stage.setMaxWidth(room.getWidth());
        stage.setMaxHeight(room.getHeight());
    }

    private static Screen screen(Window owner) {
        return owner == null
                ? Screen.getPrimary()
                : Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                        .stream().findFirst().orElse(Screen.getPrimary());
    }
}
