package org.askance.app.exporting;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.askance.app.exporting.ExportViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far the export is, and what became of it. FX thread.
final class ExportEnding {

    private final Strings strings;
    private final Consumer<Path> open;
    private final VBox box = new VBox(10);
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence = new WrappingLabel("");

    ExportEnding(Strings strings, Consumer<Path> open) {
        this.strings = strings;
        this.open = open;
        box.getStyleClass().add("export-ending");
        box.setAlignment(Pos.BOTTOM_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
    }

    Node node() {
        return box;
    }

    void render(State state) {
        switch (state) {
            case State.Choosing() -> box.getChildren().clear();
            case State.Running(double share) -> {
                bar.setProgress(share);
                sentence.setText(strings.get("export.running"));
                box.getChildren().setAll(sentence, bar);
            }
            case State.Done(int count, int missing, Path out, boolean archive) -> {
                String done = archive
                        ? strings.get("archive.done", count, out)
                        : strings.get("export.done", count, out);
                sentence.setText(missing == 0 ? done : done + "\n" + strings.get("export.missing", missing));
                var button = new Button(strings.get("export.open"), new FontIcon(Feather.FOLDER));
                button.setId("export-open");
                button.setOnAction(_ -> open.accept(out));
                box.getChildren().setAll(sentence, button);
            }
        }
    }
}
