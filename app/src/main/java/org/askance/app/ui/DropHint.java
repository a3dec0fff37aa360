package org.askance.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lies over the whole window while files are dragged across it, and says what dropping them does. FX thread.
final class DropHint extends StackPane {

    DropHint(Strings strings) {
        setId("drop-hint");
        getStyleClass().add("drop-hint");
        var icon = new FontIcon(Feather.DOWNLOAD);
        icon.getStyleClass().add("drop-icon");
        var title = new Label(strings.get("drop.title"));
        title.getStyleClass().add("drop-title");
        var how = new Label(strings.get("drop.how"));
        how.setWrapText(true);
        var box = new VBox(12, icon, title, how);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("drop-box");
        getChildren().add(box);
        setVisible(false);
        setMouseTransparent(true);
    }

    /// Takes what is dropped anywhere on `scene`, whatever lies there.
    void watch(Scene scene, Consumer<List<Path>> dropped) {
        scene.addEventFilter(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasFiles()) {
                setVisible(true);
            }
        });
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                setVisible(true);
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> {
            // Between two nodes of the window it leaves one and enters the other at once.
            if (scene.equals(event.getTarget())) {
                setVisible(false);
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, _ -> setVisible(false));
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            setVisible(false);
            if (event.getDragboard().hasFiles()) {
                var paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
                event.setDropCompleted(true);
                event.consume();
                dropped.accept(paths);
            }
        });
    }
}
