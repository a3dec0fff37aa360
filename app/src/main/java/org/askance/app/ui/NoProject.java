package org.askance.app.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import org.askance.app.text.Strings;
import org.kordamp.ikonli.feather.Feather;

/// What stands in every place while no project is open: that one is being opened, or why none is and what can be done.
/// FX thread.
final class NoProject extends StackPane {

    private final ProjectContext context;
    private final Strings strings;
    private final Runnable backups;

    /// @param backups shows those of the project that is damaged
    NoProject(ProjectContext context, Strings strings, Runnable backups) {
        this.context = context;
        this.strings = strings;
        this.backups = backups;
        setId("no-project");
        context.workspace().subscribe(this::render);
        context.opening().subscribe(this::render);
        context.damage().subscribe(this::render);
        render();
    }

    private void render() {
        setVisible(context.workspace().get() == null);
        if (isVisible()) {
            getChildren().setAll(message());
        } else {
            getChildren().clear();
        }
    }

    private Node message() {
        var damage = context.damage().get();
        if (context.opening().get()) {
            return new Message(Feather.FOLDER, strings.get("project.opened"), "").with(new ProgressBar());
        }
        if (damage == null) {
            return new Message(Feather.FOLDER, strings.get("project.closed"), strings.get("project.closed.how"));
        }
        var button = new Button(strings.get("project.damaged.backups"));
        button.setOnAction(_ -> backups.run());
        return new Message(Feather.ALERT_TRIANGLE, strings.get("project.damaged.title", damage.name()),
                strings.get("project.damaged.how", damage.sentence())).with(button);
    }
}
