package org.askance.app.ui;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.work.Workspace;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Below the header: that the open project can only be read, and what to know about its drive. FX thread.
final class Banner extends VBox {

    private final Strings strings;

    Banner(Strings strings, ProjectContext context) {
        this.strings = strings;
        setId("banner");
        managedProperty().bind(visibleProperty());
        context.workspace().subscribe(this::show);
    }

    private void show(@Nullable Workspace workspace) {
        getChildren().clear();
        if (workspace != null) {
            var sentences = new ArrayList<String>();
            sentences.add(workspace.project().whyReadOnly().in(strings::told));
            sentences.add(workspace.driveWarning().in(strings::told));
            sentences.stream().filter(sentence -> !sentence.isEmpty()).map(this::line).forEach(getChildren()::add);
        }
        setVisible(!getChildren().isEmpty());
    }

    private HBox line(String sentence) {
        var text = new WrappingLabel(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(strings.get("action.close"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(10, new FontIcon(Feather.ALERT_TRIANGLE), text, space, close);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("banner-line");
        close.setOnAction(_ -> {
            getChildren().remove(line);
            setVisible(!getChildren().isEmpty());
        });
        return line;
    }
}
